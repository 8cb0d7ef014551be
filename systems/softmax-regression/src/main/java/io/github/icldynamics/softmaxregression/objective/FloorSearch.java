package io.github.icldynamics.softmaxregression.objective;

import io.github.icldynamics.descent.LeastLoss;
import io.github.icldynamics.descent.Objective;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.util.FastMath;

/** The least loss of a column by minimisation over its logits, from starts of every kind. */
final class FloorSearch {
  /** How far a start favours a feature: nearly all attention, and still a slope. */
  private static final double FAVOUR = 6;

  /** Labels with a matrix of second moments cost the square of the number of features. */
  static final int MOST_WITH_MATRIX = 30;

  /** The most other features that get a start of their own. */
  private static final int MOST_FAVOURED = 6;

  private static final double[] SCALES = {1, 0.3, -0.3};

  private FloorSearch() {}

  static Optional<LeastLoss> of(QueryColumn column, Coupling coupling) {
    boolean isDense = column.labels().covariance() instanceof LabelModel.MatrixCovariance;
    if (column.size() > (isDense ? MOST_WITH_MATRIX : LeastLoss.MOST_WEIGHTS)) {
      return Optional.empty();
    }
    var loss = new ColumnObjective(column.withQueryWeight(1));
    return Optional.of(least(loss, starts(column), coupling));
  }

  private static LeastLoss least(Objective loss, List<Vector> starts, Coupling coupling) {
    if (coupling instanceof Coupling.Gram(var gram) && !gram.spectrum().isDefinite()) {
      var reachable = ReachableLogits.of(loss, gram);
      var least = LeastLoss.of(reachable, starts.stream().map(reachable::nearest).toList());
      var logits = Vector.of(reachable.logits(least.weights().toArray()));
      return new LeastLoss(least.value(), logits, least.attained());
    }
    return LeastLoss.of(loss, starts);
  }

  /**
   * The errors of all columns where their layer, whose value scale is trained, has its least loss.
   *
   * @param weights π_k times the number of queries that share the column
   */
  static Optional<List<LeastLoss>> withTrainedScale(
      List<QueryColumn> columns, double[] weights, Coupling coupling) {
    var layer = new SharedScaleLoss(columns, weights);
    if (layer.size() > LeastLoss.MOST_WEIGHTS) {
      return Optional.empty();
    }
    var starts = new ArrayList<Vector>();
    for (double by : new double[] {0, FAVOUR}) {
      for (double scale : SCALES) {
        starts.add(start(columns, by, scale));
      }
    }
    var least = least(layer, starts, coupling);
    layer.descend(0, least.weights().toArray(), new double[layer.size()]);
    return Optional.of(
        Arrays.stream(layer.losses())
            .mapToObj(loss -> new LeastLoss(loss, least.weights(), least.attained()))
            .toList());
  }

  private static Vector start(List<QueryColumn> columns, double by, double scale) {
    var values = new ArrayList<Double>();
    for (var column : columns) {
      for (double logit : favouring(column, column.query(), by).toArray()) {
        values.add(logit);
      }
    }
    values.add(scale);
    return Vector.copyOf(values);
  }

  /** Everything alike, weights inverse to probabilities, and one feature favoured or avoided. */
  static List<Vector> starts(QueryColumn column) {
    var starts = new ArrayList<Vector>();
    starts.add(Vector.zero(column.size()));
    double[] equal = new double[column.size()];
    for (int m = 0; m < equal.length; m++) {
      equal[m] = -FastMath.log(column.probability(m));
    }
    starts.add(Vector.of(equal));
    starts.add(favouring(column, column.query(), FAVOUR));
    starts.add(favouring(column, column.query(), -FAVOUR));
    if (column.labels().covariance() instanceof LabelModel.MatrixCovariance(var matrix)) {
      likest(matrix, column.query()).forEach(m -> starts.add(favouring(column, m, FAVOUR)));
    }
    return starts;
  }

  private static Vector favouring(QueryColumn column, int group, double by) {
    double[] logits = new double[column.size()];
    logits[group] = by;
    return Vector.of(logits);
  }

  /** The features whose labels go with the query's, those that do so most first. */
  private static List<Integer> likest(SymmetricMatrix covariance, int query) {
    return IntStream.range(0, covariance.size())
        .filter(m -> m != query)
        .boxed()
        .sorted(Comparator.comparingDouble(m -> -FastMath.abs(covariance.get(m, query))))
        .limit(MOST_FAVOURED)
        .toList();
  }

  /**
   * A loss over the logits in the range of a Gram matrix, in an orthonormal basis of it: the same
   * for every column; what comes after the columns is free.
   */
  private record ReachableLogits(Objective loss, List<Vector> basis) implements Objective {
    static ReachableLogits of(Objective loss, SymmetricMatrix gram) {
      var axes = gram.decomposition();
      double least = gram.spectrum().leastPositive();
      var basis = new ArrayList<Vector>();
      int columns = loss.size() / gram.size();
      for (int k = 0; k < columns; k++) {
        for (int i = 0; i < gram.size(); i++) {
          if (axes.getEigenvalue(i) >= least) {
            double[] axis = new double[loss.size()];
            double[] own = axes.getEigenvector(i).toArray();
            System.arraycopy(own, 0, axis, k * gram.size(), gram.size());
            basis.add(Vector.of(axis));
          }
        }
      }
      for (int free = columns * gram.size(); free < loss.size(); free++) {
        double[] axis = new double[loss.size()];
        axis[free] = 1;
        basis.add(Vector.of(axis));
      }
      return new ReachableLogits(loss, basis);
    }

    @Override
    public int size() {
      return basis.size();
    }

    @Override
    public double descend(double tau, double[] weights, double[] direction) {
      double[] slope = new double[loss.size()];
      double value = loss.descend(tau, logits(weights), slope);
      for (int i = 0; i < weights.length; i++) {
        direction[i] = dot(basis.get(i), slope);
      }
      return value;
    }

    double[] logits(double[] weights) {
      double[] logits = new double[loss.size()];
      for (int i = 0; i < weights.length; i++) {
        for (int m = 0; m < logits.length; m++) {
          logits[m] += weights[i] * basis.get(i).get(m);
        }
      }
      return logits;
    }

    /** The reachable logits nearest to some. */
    Vector nearest(Vector logits) {
      return Vector.of(basis.stream().mapToDouble(axis -> dot(axis, logits.toArray())).toArray());
    }

    private static double dot(Vector axis, double[] values) {
      double sum = 0;
      for (int m = 0; m < values.length; m++) {
        sum += axis.get(m) * values[m];
      }
      return sum;
    }
  }
}
