package io.github.icldynamics.linearclassification.objective;

import io.github.icldynamics.linearclassification.law.MixtureLaw;
import io.github.icldynamics.numeric.SquareMatrix;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.work.Workforce;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.util.FastMath;

/**
 * The risk for two classes in one or two dimensions, without sampling and to about ten digits.
 *
 * <p>Given the rotation U and the shares f of the classes, {@code A = Λ^{1/2} U Λ^{−1/2}}, all of
 *
 * <pre>  p = (f_1 A − f_0) μ_0 + (Λ/N)^{1/2} g,     x = A_y μ_0 + Λ^{1/2} ξ   (A_0 = I, A_1 = A)
 * </pre>
 *
 * <p>is Gaussian, so that the logit {@code pᵀ W x} is a Gaussian quadratic form ({@link
 * QuadraticFormLoss}). What is left is a sum over two signs (d = 1) or over angles and orientations
 * (d = 2, {@link Rotation}), and over counts ({@link ShareRule}).
 */
public final class ExactRisk implements Risk {
  private static final int NODES_ON_A_LINE = 160;

  /** Fewer, as there are some hundred rotations. */
  private static final int NODES_IN_A_PLANE = 64;

  private final MixtureLaw law;
  private final PromptLength promptLength;
  private final WeightSpace space;
  private final Workforce workforce;
  private final List<List<Case>> cases;

  private ExactRisk(
      MixtureLaw law,
      PromptLength promptLength,
      WeightSpace space,
      Workforce workforce,
      List<List<Case>> cases) {
    this.law = law;
    this.promptLength = promptLength;
    this.space = space;
    this.workforce = workforce;
    this.cases = cases;
  }

  /**
   * What is Gaussian once rotation, share and the query's class are given.
   *
   * @param root C, 2d × 2d, for which {@code C Cᵀ} is the covariance of {@code (p; x)}
   * @param sign +1 for a query of class 0, −1 for one of class 1
   * @param probability of all that is given
   */
  private record Case(RealMatrix root, double sign, double probability) {}

  /** Whether a law is one that this rule is for. */
  public static boolean covers(MixtureLaw law) {
    return law.classes() == 2 && law.dimension() <= 2 && law.isAsPublished();
  }

  /**
   * The risk for prompts of one length.
   *
   * @param law in the paper's setting, of two classes and at most two dimensions
   * @param workforce who works out the rotations
   */
  public static ExactRisk of(
      MixtureLaw law, PromptLength promptLength, WeightSpace space, Workforce workforce) {
    if (!covers(law)) {
      throw new InvalidInputException(
          "mixture",
          "must have two equally likely classes and at most two dimensions for the exact rule");
    }
    return of(law, promptLength, space, workforce, 1);
  }

  /** The same by a rule of twice as many rotations and shares, to tell how good this one is. */
  ExactRisk refined() {
    return of(law, promptLength, space, workforce, 2);
  }

  private static ExactRisk of(
      MixtureLaw law,
      PromptLength promptLength,
      WeightSpace space,
      Workforce workforce,
      int refinement) {
    double inverseLength =
        promptLength instanceof PromptLength.Finite(long tokens) ? 1.0 / (double) tokens : 0;
    var shares =
        ShareRule.of(
            promptLength, refinement * (law.dimension() == 1 ? NODES_ON_A_LINE : NODES_IN_A_PLANE));
    var pieces =
        rotations(law, space, refinement).stream()
            .<Supplier<List<Case>>>map(
                rotation -> () -> cases(rotation, shares, law.axes().variances(), inverseLength))
            .toList();
    return new ExactRisk(law, promptLength, space, workforce, workforce.inOrder(pieces));
  }

  /** Reflections of an axis turn angles round, and change nothing for diagonal weights. */
  private static List<Rotation> rotations(MixtureLaw law, WeightSpace space, int refinement) {
    if (law.dimension() == 1) {
      return Rotation.ofTheLine();
    }
    var spectrum = law.covariance().spectrum();
    double conditionNumber = spectrum.greatest() / spectrum.least();
    return space == WeightSpace.DIAGONAL
        ? Rotation.ofTheHalfPlane(conditionNumber, refinement)
        : Rotation.ofThePlane(conditionNumber, refinement);
  }

  private static List<Case> cases(
      Rotation rotation, List<ShareRule> shares, Vector variances, double inverseLength) {
    var image = image(rotation.matrix(), variances);
    var cases = new ArrayList<Case>();
    for (var share : shares) {
      for (int y = 0; y < 2; y++) {
        var covariance = covariance(image, share.value(), y, variances, inverseLength);
        double probability = 0.5 * rotation.probability() * share.probability();
        cases.add(new Case(covariance.squareRoot(), 1 - 2 * y, probability));
      }
    }
    return cases;
  }

  /** {@code A = Λ^{1/2} U Λ^{−1/2}}. */
  private static RealMatrix image(SquareMatrix rotation, Vector variances) {
    var image = new Array2DRowRealMatrix(rotation.toArray(), false);
    for (int i = 0; i < variances.size(); i++) {
      for (int k = 0; k < variances.size(); k++) {
        image.multiplyEntry(i, k, FastMath.sqrt(variances.get(i) / variances.get(k)));
      }
    }
    return image;
  }

  /** The covariance of {@code (p; x)}; for infinite prompts and equal means, p is 0. */
  private static SymmetricMatrix covariance(
      RealMatrix image, double share, int y, Vector variances, double inverseLength) {
    int d = variances.size();
    RealMatrix identity = new Array2DRowRealMatrix(SquareMatrix.identity(d).toArray(), false);
    var prompt = image.scalarMultiply(share).subtract(identity.scalarMultiply(1 - share));
    var query = y == 0 ? identity : image;
    var covariance = new Array2DRowRealMatrix(2 * d, 2 * d);
    covariance.setSubMatrix(prompt.multiplyTransposed(prompt).getData(), 0, 0);
    covariance.setSubMatrix(prompt.multiplyTransposed(query).getData(), 0, d);
    covariance.setSubMatrix(query.multiplyTransposed(prompt).getData(), d, 0);
    covariance.setSubMatrix(query.multiplyTransposed(query).getData(), d, d);
    for (int i = 0; i < d; i++) {
      covariance.addToEntry(i, i, variances.get(i) * inverseLength);
      covariance.addToEntry(d + i, d + i, variances.get(i));
    }
    return SymmetricMatrix.of(covariance.getData());
  }

  @Override
  public MixtureLaw law() {
    return law;
  }

  @Override
  public WeightSpace space() {
    return space;
  }

  @Override
  public RiskSlope slope(Vector weights) {
    return sum(
            weights,
            (sum, each) -> sum.addSlope(each.value, each.frame, each.sign, each.probability))
        .slope();
  }

  @Override
  public RiskCurvature curvature(Vector weights) {
    return sum(
            weights,
            (sum, each) -> {
              sum.addSlope(each.value, each.frame, each.sign, each.probability);
              sum.addCurvature(each.value, each.frame, each.probability);
            })
        .curvature();
  }

  /** A case with some weights: the eigenvalues of its form are inside the value. */
  @SuppressWarnings("ArrayRecordComponent") // never leaves this class
  private record Diagonalised(
      QuadraticFormLoss value, double[][] frame, double sign, double probability) {}

  private FormSum sum(Vector weights, BiConsumer<FormSum, Diagonalised> addition) {
    var form = form(space.matrix(weights.toArray()));
    var pieces =
        cases.stream().<Supplier<FormSum>>map(group -> () -> sum(group, form, addition)).toList();
    var total = new FormSum(space, law.dimension());
    workforce.inOrder(pieces).forEach(total::add);
    return total;
  }

  private FormSum sum(
      List<Case> group, RealMatrix form, BiConsumer<FormSum, Diagonalised> addition) {
    var sum = new FormSum(space, law.dimension());
    for (var each : group) {
      addition.accept(sum, diagonalised(each, form));
    }
    return sum;
  }

  /** {@code K = (0 W; Wᵀ 0)}, for which {@code pᵀ W x = ½ (p; x)ᵀ K (p; x)}. */
  private static RealMatrix form(SquareMatrix w) {
    int d = w.size();
    var form = new Array2DRowRealMatrix(2 * d, 2 * d);
    form.setSubMatrix(w.toArray(), 0, d);
    form.setSubMatrix(w.transpose().toArray(), d, 0);
    return form;
  }

  private static Diagonalised diagonalised(Case each, RealMatrix form) {
    var inRoot = each.root.transposeMultiply(form.multiply(each.root));
    // The products leave rounding between an entry and its mirror image.
    var symmetric = inRoot.add(inRoot.transpose()).scalarMultiply(0.5);
    var decomposition = new EigenDecompositionSymmetric(symmetric);
    return new Diagonalised(
        new QuadraticFormLoss(decomposition.getEigenvalues()),
        each.root.multiply(decomposition.getV()).getData(),
        each.sign,
        each.probability);
  }
}
