package io.github.icldynamics.softmaxregression.training;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.Bounds;
import io.github.icldynamics.schema.ChoiceFormat;
import io.github.icldynamics.schema.ChoiceFormat.Bare;
import io.github.icldynamics.schema.ChoiceFormat.Form;
import io.github.icldynamics.schema.ChoiceFormat.Keyed;
import io.github.icldynamics.schema.ChoiceFormat.Word;
import io.github.icldynamics.schema.Field;
import io.github.icldynamics.schema.Formats;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.RecordFormat;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.random.Well19937c;

/** The logits {@code S = VᵀQV} at τ = 0. */
public sealed interface InitialLogits {
  /** How they are written. */
  ChoiceFormat<InitialLogits> FORMAT =
      ChoiceFormat.of(
          List.of(
              new Word<>("zero", "Q = 0", new Zero()),
              new Keyed<>(
                  "gaussian", "independent Gaussian logits", Gaussian.class, Gaussian.FORMAT),
              new Bare<>(
                  Form.LIST,
                  "a matrix [[…], …]",
                  "S itself: column k belongs to query k",
                  Given.class,
                  Formats.rows().as(Given::ofRows, Given::rows))));

  /**
   * The logits of one column; but for {@link Zero}, members of a group may start apart.
   *
   * @param query the query's feature, counted from 0
   */
  Vector column(QueryColumn column, long query);

  /** {@code Q = 0}, as in the paper. */
  record Zero() implements InitialLogits {
    @Override
    public Vector column(QueryColumn column, long query) {
      return Vector.zero(column.size());
    }
  }

  /**
   * Independent Gaussian logits; those of a column depend on the seed and its query alone.
   *
   * @param scale standard deviation, from 0 to 1000
   * @param seed equal seeds give equal logits
   */
  record Gaussian(double scale, long seed) implements InitialLogits {
    private static final Bounds SCALE_BOUNDS = Bounds.closed(0, 1000);

    private static final Field<Gaussian, Double> SCALE =
        Field.of("scale", Formats.real(SCALE_BOUNDS), Gaussian::scale).says("standard deviation");

    private static final Field<Gaussian, Long> SEED =
        Field.of("seed", Formats.seed(), Gaussian::seed)
            .otherwise(1L)
            .says("equal seeds draw equal logits");

    private static final RecordFormat<Gaussian> FORMAT =
        RecordFormat.of(SCALE, SEED, Gaussian::new);

    public Gaussian {
      SCALE_BOUNDS.require("scale", scale);
    }

    @Override
    public Vector column(QueryColumn column, long query) {
      var random =
          new Well19937c(
              new int[] {(int) seed, (int) (seed >>> 32), (int) query, (int) (query >>> 32)});
      double[] logits = new double[column.size()];
      for (int m = 0; m < logits.length; m++) {
        logits[m] = scale * random.nextGaussian();
      }
      return Vector.of(logits);
    }
  }

  /**
   * Given logits.
   *
   * @param columns for each query k the K logits {@code v_mᵀ Q v_k}
   */
  record Given(List<Vector> columns) implements InitialLogits {
    public Given {
      columns = List.copyOf(columns);
    }

    /** The logits of a square matrix, whose column k belongs to query k. */
    private static Given ofRows(List<Vector> rows) {
      int size = rows.size();
      for (int m = 0; m < size; m++) {
        int entries = rows.get(m).size();
        if (entries != size) {
          String row = "row " + m + " has " + entries + " entries and there are " + size + " rows";
          throw new InvalidInputException("", "must be square, but " + row);
        }
      }
      return new Given(transposed(rows));
    }

    private List<Vector> rows() {
      return transposed(columns);
    }

    private static List<Vector> transposed(List<Vector> rows) {
      return IntStream.range(0, rows.size())
          .mapToObj(k -> Vector.of(rows.stream().mapToDouble(row -> row.get(k)).toArray()))
          .toList();
    }

    @Override
    public Vector column(QueryColumn column, long query) {
      if (columns.size() != column.size()) {
        String each = "must have one column for each of the " + column.size() + " features, not ";
        throw new InvalidInputException("logits", each + columns.size());
      }
      var logits = columns.get((int) query);
      column.requireLogits(logits);
      return logits;
    }
  }
}
