package io.github.icldynamics.softmaxregression.objective;

import io.github.icldynamics.descent.FlowEvent;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.hipparchus.util.FastMath;

/**
 * The gradient flow of all columns at once, for features with Gram matrix {@code Γ = VᵀV}: they
 * share Q, so columns are coupled. With {@code S = VᵀQV} and G holding the columns' descent
 * directions,
 *
 * <pre>  dS/dτ = Γ G(S) Γ,   C = Γ   (linear tasks, Σ_w = I).</pre>
 *
 * <p>From S = 0, in {@code x = ln(1 + τ)}. Every entry is followed on its own: for small K.
 */
final class CorrelatedFlow implements OrdinaryDifferentialEquation {
  private static final double TOLERANCE = 1e-10;
  private static final double SMALLEST_STEP = 1e-12;
  private static final double LARGEST_STEP = 0.25;
  private static final int MOST_FEATURES = 64;

  private final RealMatrix gram;
  private final List<PopulationEvaluator> columns;
  private final double[][] directions;

  /**
   * @param law with one feature a group, at most 64
   * @param gram Γ, K × K, positive semidefinite
   */
  CorrelatedFlow(TokenLaw law, PromptLength promptLength, SymmetricMatrix gram) {
    if (law.features() > MOST_FEATURES || gram.size() != law.features()) {
      throw new InvalidInputException(
          "features",
          "must be as many as the Gram matrix has rows, at most 64, not " + law.features());
    }
    this.gram = new Array2DRowRealMatrix(gram.toArray(), false);
    var labels = new LabelModel(new LabelModel.MatrixCovariance(gram), 0);
    this.columns = new ArrayList<>();
    for (int k = 0; k < gram.size(); k++) {
      columns.add(PopulationEvaluator.of(law.column(k, promptLength, labels)));
    }
    this.directions = new double[gram.size()][gram.size()];
  }

  /**
   * When the loss of a query first comes down to a value.
   *
   * @param horizon last flow time to look at
   */
  OptionalDouble timeToLoss(int query, double loss, double horizon) {
    var integrator =
        new DormandPrince853Integrator(SMALLEST_STEP, LARGEST_STEP, TOLERANCE, TOLERANCE);
    var reached = new FlowEvent(state -> loss(query, state) - loss, state -> true);
    integrator.addEventDetector(reached);
    int size = columns.size();
    var end =
        integrator.integrate(
            this, new ODEState(0, new double[size * size]), FastMath.log1p(horizon));
    double tau = FastMath.expm1(end.getTime());
    return tau < horizon * (1 - 1e-9) ? OptionalDouble.of(tau) : OptionalDouble.empty();
  }

  private double loss(int query, ODEStateAndDerivative state) {
    return descend(query, state.getPrimaryState());
  }

  /** Fills the direction of one column, uncoupled; returns its loss. */
  private double descend(int column, double[] state) {
    int size = columns.size();
    double[] logits = Arrays.copyOfRange(state, column * size, (column + 1) * size);
    return columns.get(column).descend(logits, directions[column]);
  }

  @Override
  public int getDimension() {
    return columns.size() * columns.size();
  }

  /** The state holds column after column. */
  @Override
  public double[] computeDerivatives(double x, double[] state) {
    int size = columns.size();
    for (int k = 0; k < size; k++) {
      descend(k, state);
    }
    // Rows of this matrix are columns of G, so it is Gᵀ; Γ is symmetric.
    double[][] mixed =
        gram.multiply(new Array2DRowRealMatrix(directions, false)).multiply(gram).getData();
    double[] derivatives = new double[size * size];
    double elapsed = FastMath.exp(x);
    for (int k = 0; k < size; k++) {
      for (int n = 0; n < size; n++) {
        derivatives[k * size + n] = elapsed * mixed[k][n];
      }
    }
    return derivatives;
  }
}
