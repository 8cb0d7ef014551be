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
                  format(time("at", Switch::at).says("the time"), Switch::new)),
              new Keyed<>(
                  "drift",
                  "evenly",
                  Drift.class,
                  format(time("over", Drift::over).says("the time it takes"), Drift::new)),
              new Keyed<>(
                  "cycle",
                  "there and back as (1 − cos(2πτ/period))/2",
                  Cycle.class,
                  format(time("period", Cycle::period).says("the time of one"), Cycle::new))));

  private static <C> Field<C, Double> time(String key, Function<C, Double> time) {
    var positive = Bounds.positive().saying("must be a positive, finite time");
    return Field.of(key, Formats.real(positive), time).unit("flow time");
  }

  private static <C extends ChangeChoice> RecordFormat<C> format(
      Field<C, Double> time, BiFunction<Double, TokenLawChoice, C> constructor) {
    var to =
        Field.<C, TokenLawChoice>of("to", TokenLaws.FORMAT, ChangeChoice::to)
            .says("the law it changes to");
    return RecordFormat.of(time, to, constructor);
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
