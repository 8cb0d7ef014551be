package io.github.icldynamics.softmaxregression.experiment;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.Field;
import io.github.icldynamics.schema.Format;
import io.github.icldynamics.schema.Formats;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.schema.RecordFormat;
import io.github.icldynamics.schema.Shape;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.objective.PopulationEvaluator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Weights at which the layer of an experiment is looked at, without training.
 *
 * @param logits one list for each query of the experiment, in their order: a logit a group
 * @param valueScale ν; empty: the experiment's own at the start
 */
public record LayerWeights(List<Vector> logits, Optional<Double> valueScale) {
  private static final Field<LayerWeights, List<Vector>> LOGITS =
      Field.of("logits", new OneOrMany(), LayerWeights::logits)
          .says("a logit for each group, in a list for each query; one list for one query");

  private static final Field<LayerWeights, Optional<Double>> VALUE_SCALE =
      Field.of(
              "valueScale",
              Formats.optional("experiment", Formats.real(QueryColumn.VALUE_SCALES)),
              LayerWeights::valueScale)
          .otherwise(Optional.empty())
          .symbol("ν")
          .says("the value scale of the layer");

  private static final RecordFormat<LayerWeights> FORMAT =
      RecordFormat.of(LOGITS, VALUE_SCALE, LayerWeights::new);

  public LayerWeights {
    logits = List.copyOf(logits);
  }

  /** A list of lists, or a list of numbers for the only one. */
  private static final class OneOrMany implements Format<List<Vector>> {
    private static final Format<List<Vector>> MANY = Formats.rows();

    @Override
    public List<Vector> read(Node node) {
      boolean isOne =
          node instanceof Node.Items(var items)
              && !items.isEmpty()
              && !(items.getFirst() instanceof Node.Items);
      return isOne ? List.of(Formats.vector().read(node)) : MANY.read(node);
    }

    @Override
    public Node write(List<Vector> value) {
      return MANY.write(value);
    }

    @Override
    public Shape shape() {
      return MANY.shape();
    }
  }

  /**
   * Loss, negative gradient and mean attention of every query, and its loss on the test's
   * population.
   *
   * @param weights a document with the fields of this record
   * @throws InvalidInputException if they are none of the experiment's
   */
  public static Node evaluate(Experiment experiment, Node.Mapping weights) {
    var given = FORMAT.read(weights);
    var queries = experiment.features();
    if (given.logits.size() != queries.size()) {
      throw new InvalidInputException(
          "logits",
          "must have one list for each of the queries %s, not %s"
              .formatted(queries, given.logits.size()));
    }
    var answers = new ArrayList<Node>();
    for (int i = 0; i < queries.size(); i++) {
      answers.add(given.evaluate(experiment, queries.get(i), i));
    }
    return Node.Mapping.empty().with("queries", new Node.Items(answers));
  }

  private Node evaluate(Experiment experiment, long query, int index) {
    var column = scaled(experiment.layerPlan().column(query));
    try {
      column.requireLogits(logits.get(index));
    } catch (InvalidInputException e) {
      throw e.renamed(e.field().replaceFirst("logits", "logits[" + index + "]"));
    }
    var value = PopulationEvaluator.of(column).evaluate(logits.get(index));
    var told =
        Node.Mapping.empty()
            .with("query", new Node.Whole(query))
            .with("loss", new Node.Real(value.loss()))
            .with("descent", Node.numbers(value.descent().toArray()))
            .with("meanAttention", Node.numbers(value.meanAttention().toArray()));
    return experiment
        .testColumn(query)
        .map(test -> told.with("testLoss", new Node.Real(lossOf(scaled(test), index))))
        .orElse(told);
  }

  private QueryColumn scaled(QueryColumn column) {
    return valueScale.map(column::withValueScale).orElse(column);
  }

  private double lossOf(QueryColumn column, int index) {
    return PopulationEvaluator.of(column).evaluate(logits.get(index)).loss();
  }
}
