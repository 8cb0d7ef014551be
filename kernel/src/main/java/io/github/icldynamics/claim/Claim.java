package io.github.icldynamics.claim;

import io.github.icldynamics.schema.InvalidInputException;
import java.util.List;
import java.util.function.Supplier;

/**
 * A statement that can be put to the test: first something is measured, then it is judged.
 *
 * @param id unique, in kebab case
 * @param constants the numbers it fixes
 * @param conditions those of them that a run depends on; with another one it must be measured anew
 * @param inquiry how what they predict is measured
 */
public record Claim(
    String id,
    Source source,
    Statement statement,
    Constants constants,
    Constants conditions,
    Inquiry inquiry) {
  /** The same statement about another number: a different claim under the same name. */
  public Claim with(String constant, double value) {
    var changed = constants.with(constant, value);
    var under = isCondition(constant) ? conditions.with(constant, value) : conditions;
    return new Claim(id, source, statement, changed, under, inquiry);
  }

  /** Whether a constant decides what is run, and not only what is expected of it. */
  public boolean isCondition(String constant) {
    return conditions.all().containsKey(constant);
  }

  /** Measures what decides it. */
  public Measurement measure(Reach reach) {
    return new Measurement(id, conditions, within(() -> judgement(reach)));
  }

  private Judgement judgement(Reach reach) {
    try {
      return inquiry.measure(conditions, reach);
    } catch (Undecided end) {
      return anything -> {
        throw end;
      };
    }
  }

  /**
   * Judges it by a measurement.
   *
   * @param measurement of this claim, or of the same one with other constants
   */
  public Finding judge(Measurement measurement) {
    if (!measurement.id().equals(id) || !measurement.conditions().equals(conditions)) {
      throw new IllegalArgumentException("Claim " + id + " needs a measurement of its own");
    }
    return within(() -> finding(measurement.judgement()));
  }

  private Finding finding(Judgement judgement) {
    try {
      var evidence = judgement.judge(constants);
      return new Finding(this, evidence.verdict(), evidence.allChecks(), evidence.exhibits());
    } catch (Undecided end) {
      return new Finding(this, end.verdict(), List.of(), List.of());
    }
  }

  /** Puts it to the test: measures, then judges. */
  public Finding investigate(Reach reach) {
    return judge(measure(reach));
  }

  private <T> T within(Supplier<T> work) {
    try {
      return work.get();
    } catch (InvalidInputException e) {
      // Nobody's input: the inquiry itself asked for something impossible.
      throw new IllegalStateException("the inquiry of claim " + id + " broke off", e);
    }
  }
}
