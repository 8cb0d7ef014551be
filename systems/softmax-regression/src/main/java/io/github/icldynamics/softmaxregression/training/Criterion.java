package io.github.icldynamics.softmaxregression.training;

import io.github.icldynamics.schema.Bounds;
import io.github.icldynamics.schema.ChoiceFormat;
import io.github.icldynamics.schema.ChoiceFormat.Keyed;
import io.github.icldynamics.schema.Formats;
import io.github.icldynamics.softmaxregression.objective.ErrorFloor;
import io.github.icldynamics.statistics.SignificantDigits;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** When a query has converged: the first time that its error is at most a value. */
public sealed interface Criterion {
  /** How one is written: {@code {below: 0.01}}. */
  ChoiceFormat<Criterion> FORMAT =
      ChoiceFormat.of(
          List.of(
              new Keyed<>(
                  "below",
                  "L_k is at most this",
                  Below.class,
                  Formats.real(Bounds.positive()).as(Below::new, Below::level)),
              new Keyed<>(
                  "excess",
                  "L_k is at most this above its floor L_k*; the same as epsilon",
                  Excess.class,
                  Formats.real(Bounds.positive()).as(Excess::new, Excess::epsilon)),
              new Keyed<>(
                  "share",
                  "L_k − L_k* is at most this share of what it is at the start",
                  Share.class,
                  Formats.real(Share.BOUNDS).as(Share::new, Share::share))));

  /**
   * The error at which a query has converged; empty where that needs a floor and there is none.
   *
   * @param initialError L_k(0)
   * @param floor L_k*
   */
  OptionalDouble target(double initialError, Optional<ErrorFloor> floor);

  /** The condition as a formula. */
  String formula();

  /** The same with its number: {@code ε = 0.01}. */
  String text();

  /** The error itself. */
  record Below(double level) implements Criterion {
    public Below {
      Bounds.positive().require("below", level);
    }

    @Override
    public OptionalDouble target(double initialError, Optional<ErrorFloor> floor) {
      return OptionalDouble.of(level);
    }

    @Override
    public String formula() {
      return "L_k ≤ " + SignificantDigits.of(level);
    }

    @Override
    public String text() {
      return formula();
    }
  }

  /** The error above its floor. */
  record Excess(double epsilon) implements Criterion {
    public Excess {
      Bounds.positive().require("epsilon", epsilon);
    }

    @Override
    public OptionalDouble target(double initialError, Optional<ErrorFloor> floor) {
      return floor.stream().mapToDouble(least -> least.value() + epsilon).findFirst();
    }

    @Override
    public String formula() {
      return "L_k ≤ L_k* + ε";
    }

    @Override
    public String text() {
      return "ε = " + SignificantDigits.of(epsilon);
    }
  }

  /** The error above its floor, as a share of what can be learned at all. */
  record Share(double share) implements Criterion {
    private static final Bounds BOUNDS = Bounds.open(0, 1);

    public Share {
      BOUNDS.require("share", share);
    }

    @Override
    public OptionalDouble target(double initialError, Optional<ErrorFloor> floor) {
      return floor.stream()
          .mapToDouble(least -> least.value() + share * (initialError - least.value()))
          .findFirst();
    }

    @Override
    public String formula() {
      return "L_k − L_k* ≤ " + SignificantDigits.of(share) + " (L_k(0) − L_k*)";
    }

    @Override
    public String text() {
      return formula();
    }
  }
}
