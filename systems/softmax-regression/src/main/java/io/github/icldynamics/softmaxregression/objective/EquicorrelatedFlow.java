package io.github.icldynamics.softmaxregression.objective;

import io.github.icldynamics.descent.FlowEvent;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.hipparchus.util.FastMath;

/**
 * The gradient flow from S = 0 where all pairs of features have correlation ρ: {@code Γ = (1 − ρ) I
 * + ρ 11ᵀ}, {@code C = Γ}. The columns share Q, so they are coupled: {@code dS/dτ = Γ G Γ}.
 *
 * <p>C = Γ multiplies loss and directions of orthonormal features by {@code 1 − ρ} (D does not see
 * the constant part), and with {@code 1ᵀG = 0}
 *
 * <pre>  dS/dτ = (1 − ρ)³ G₀ + ρ (1 − ρ)² r 1ᵀ,   r = G₀ 1,</pre>
 *
 * where G₀ is that of orthonormal features. Exchangeable features share a column, so the number of
 * features costs nothing. Followed in {@code x = ln(1 + τ)}. Use one from one thread at a time.
 */
public final class EquicorrelatedFlow {
  private static final double TOLERANCE = 1e-10;
  private static final double SMALLEST_STEP = 1e-12;
  private static final double LARGEST_STEP = 0.25;

  private final TokenLaw law;
  private final double correlation;
  private final List<PopulationEvaluator> columns = new ArrayList<>();
  private final double[][] directions;
  private final double[] rowSums;
  private final int[] offsets;

  /**
   * @param correlation ρ, in [0, 1)
   */
  public EquicorrelatedFlow(TokenLaw law, PromptLength promptLength, double correlation) {
    Coupling.Equicorrelated.CORRELATION.require("correlation", correlation);
    this.law = law;
    this.correlation = correlation;
    this.directions = new double[law.groups().size()][];
    this.rowSums = new double[law.groups().size()];
    this.offsets = new int[law.groups().size() + 1];
    for (int group = 0; group < law.groups().size(); group++) {
      var column = law.column(law.firstFeature(group), promptLength, LabelModel.linear());
      columns.add(PopulationEvaluator.of(column));
      directions[group] = new double[column.size()];
      offsets[group + 1] = offsets[group] + column.size();
    }
  }

  /**
   * When the loss of a query first comes down to a value.
   *
   * @param group the group of the query
   * @param horizon last flow time to look at, positive
   */
  public OptionalDouble timeToLoss(int group, double loss, double horizon) {
    if (!(horizon > 0)) {
      throw new InvalidInputException("horizon", "must be positive, not " + horizon);
    }
    if ((1 - correlation) * descend(group, new double[dimension()]) <= loss) {
      return OptionalDouble.of(0);
    }
    var integrator =
        new DormandPrince853Integrator(SMALLEST_STEP, LARGEST_STEP, TOLERANCE, TOLERANCE);
    integrator.addEventDetector(
        new FlowEvent(
            state -> (1 - correlation) * descend(group, state.getPrimaryState()) - loss,
            state -> true));
    double last = FastMath.log1p(horizon);
    var end = integrator.integrate(new Equation(), new ODEState(0, new double[dimension()]), last);
    return end.getTime() < last
        ? OptionalDouble.of(FastMath.expm1(end.getTime()))
        : OptionalDouble.empty();
  }

  /** Fills the direction of one column for orthonormal features; returns its loss. */
  private double descend(int group, double[] state) {
    double[] logits = Arrays.copyOfRange(state, offsets[group], offsets[group + 1]);
    return columns.get(group).descend(logits, directions[group]);
  }

  private int dimension() {
    return offsets[offsets.length - 1];
  }

  /** The flow as the integrator sees it. */
  private final class Equation implements OrdinaryDifferentialEquation {
    @Override
    public int getDimension() {
      return dimension();
    }

    /** The state holds the columns one after the other. */
    @Override
    public double[] computeDerivatives(double x, double[] state) {
      for (int group = 0; group < columns.size(); group++) {
        descend(group, state);
      }
      LayerObjective.sumRows(law, directions, rowSums);
      double rest = 1 - correlation;
      double scale = FastMath.exp(x) * rest * rest;
      double[] derivatives = new double[state.length];
      for (int own = 0; own < columns.size(); own++) {
        double[] direction = directions[own];
        for (int group = 0; group < columns.size(); group++) {
          int other = law.groupOfOther(own, group);
          derivatives[offsets[own] + other] =
              scale * (rest * direction[other] + correlation * rowSums[group]);
        }
        derivatives[offsets[own] + own] =
            scale * (rest * direction[own] + correlation * rowSums[own]);
      }
      return derivatives;
    }
  }
}
