package io.github.icldynamics.softmaxregression.law;

import io.github.icldynamics.schema.Bounds;
import io.github.icldynamics.schema.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;

/**
 * A token law that changes in time from one to another, {@code p + x(τ) (q − p)}.
 *
 * @param from p, the law at the start
 * @param to q, with as many groups of the same sizes
 * @param course x(τ)
 */
public record ChangingLaw(TokenLaw from, TokenLaw to, Course course) {
  private static final Bounds TIME = Bounds.positive().saying("must be a positive, finite time");

  public ChangingLaw {
    if (!sizes(from).equals(sizes(to))) {
      throw new InvalidInputException(
          "to", "must have groups of the same sizes as the law at the start");
    }
  }

  private static List<Long> sizes(TokenLaw law) {
    return law.groups().stream().map(FeatureGroup::count).toList();
  }

  /** The law at a flow time. */
  public TokenLaw at(double tau) {
    double share = course.share(tau);
    var groups = new ArrayList<FeatureGroup>();
    for (int group = 0; group < from.groups().size(); group++) {
      double p = from.groups().get(group).probability();
      double q = to.groups().get(group).probability();
      double mixed = share == 1 ? q : p + share * (q - p);
      groups.add(new FeatureGroup(mixed, from.groups().get(group).count()));
    }
    return new TokenLaw(groups);
  }

  /**
   * A query's column at a flow time. Where the query has the tokens' law, its weight changes too.
   *
   * @param start the column at any other time
   */
  public QueryColumn column(QueryColumn start, double tau) {
    // A query split from its group stands where the group did.
    int group = start.query();
    var column = at(tau).column(from.firstFeature(group), start.promptLength(), start.labels());
    boolean followsTokens = start.queryWeight() == start.queryProbability();
    double weight = followsTokens ? column.queryProbability() : start.queryWeight();
    return column.withQueryWeight(weight).withValueScale(start.valueScale());
  }

  /** How far the change has come, x(τ) in [0, 1]. */
  public sealed interface Course {
    /** x at a flow time of at least 0. */
    double share(double tau);

    /** The first time after {@code tau} at which x is not smooth. */
    default double nextKink(double tau) {
      return Double.POSITIVE_INFINITY;
    }
  }

  /**
   * All at once: 0 before a time, 1 from then on.
   *
   * @param at the time, positive
   */
  public record Switch(double at) implements Course {
    public Switch {
      TIME.require("at", at);
    }

    @Override
    public double share(double tau) {
      return tau < at ? 0 : 1;
    }

    @Override
    public double nextKink(double tau) {
      return tau < at ? at : Double.POSITIVE_INFINITY;
    }
  }

  /**
   * Evenly, {@code min(τ/over, 1)}.
   *
   * @param over the time it takes, positive
   */
  public record Drift(double over) implements Course {
    public Drift {
      TIME.require("over", over);
    }

    @Override
    public double share(double tau) {
      return FastMath.min(tau / over, 1);
    }

    @Override
    public double nextKink(double tau) {
      return tau < over ? over : Double.POSITIVE_INFINITY;
    }
  }

  /**
   * There and back, {@code ½ (1 − cos(2πτ/period))}.
   *
   * @param period positive
   */
  public record Cycle(double period) implements Course {
    public Cycle {
      TIME.require("period", period);
    }

    @Override
    public double share(double tau) {
      return 0.5 * (1 - FastMath.cos(2 * Math.PI * (tau / period)));
    }
  }
}
