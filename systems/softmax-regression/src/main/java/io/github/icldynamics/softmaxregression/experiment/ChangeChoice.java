package io.github.icldynamics.softmaxregression.experiment;

import io.github.icldynamics.schema.Bounds;
import io.github.icldynamics.schema.ChoiceFormat;
import io.github.icldynamics.schema.ChoiceFormat.Keyed;
import io.github.icldynamics.schema.Field;
import io.github.icldynamics.schema.Formats;
import io.github.icldynamics.schema.RecordFormat;
import io.github.icldynamics.softmaxregression.law.ChangingLaw;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A token law that changes, as it is written in an experiment. */
public sealed interface ChangeChoice {
  /** How a change is written: {@code {switch: {at: …, to: …}}}. */
  ChoiceFormat<ChangeChoice> FORMAT =
      ChoiceFormat.of(
          List.of(
              new Keyed<>(
                  "switch",
                  "all at once",
                  Switch.class,
                  format("at", "the time", Switch::at, Switch::to, Switch::new)),
              new Keyed<>(
                  "drift",
                  "evenly",
                  Drift.class,
                  format("over", "the time it takes", Drift::over, Drift::to, Drift::new)),
              new Keyed<>(
                  "cycle",
                  "there and back as (1 − cos(2πτ/period))/2",
                  Cycle.class,
                  format("period", "the time of one", Cycle::period, Cycle::to, Cycle::new))));

  private static <C> RecordFormat<C> format(
      String key,
      String sentence,
      Function<C, Double> time,
      Function<C, TokenLawChoice> to,
      BiFunction<Double, TokenLawChoice, C> constructor) {
    var positive = Bounds.positive().saying("must be a positive, finite time");
    var timeField = Field.of(key, Formats.real(positive), time).unit("flow time").says(sentence);
    var toField = Field.of("to", TokenLaws.FORMAT, to).says("the law it changes to");
    return RecordFormat.of(
        List.of(timeField, toField),
        values -> constructor.apply(values.get(timeField), values.get(toField)));
  }

  /** The law it changes to. */
  TokenLawChoice to();

  /** How. */
  ChangingLaw.Course course();

  /** At once, at a time. */
  record Switch(double at, TokenLawChoice to) implements ChangeChoice {
    @Override
    public ChangingLaw.Course course() {
      return new ChangingLaw.Switch(at);
    }
  }

  /** Evenly, over a time. */
  record Drift(double over, TokenLawChoice to) implements ChangeChoice {
    @Override
    public ChangingLaw.Course course() {
      return new ChangingLaw.Drift(over);
    }
  }

  /** There and back, in a period. */
  record Cycle(double period, TokenLawChoice to) implements ChangeChoice {
    @Override
    public ChangingLaw.Course course() {
      return new ChangingLaw.Cycle(period);
    }
  }
}
