package io.github.icldynamics.softmaxregression.experiment;

import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.Bounds;
import io.github.icldynamics.schema.Field;
import io.github.icldynamics.schema.Formats;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.schema.RecordFormat;
import io.github.icldynamics.softmaxregression.law.FeatureGroup;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.objective.PopulationEvaluator;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A query with its logits, without training.
 *
 * @param probabilities of one member of each group
 * @param multiplicities members of each group
 * @param promptLength N
 * @param query its group, counted from 0; of multiplicity 1
 * @param logits one a group
 * @param labelCovariance C; empty: the identity
 * @param noiseVariance σ²
 */
public record EvaluationCase(
    Vector probabilities,
    List<Long> multiplicities,
    PromptLength promptLength,
    long query,
    Vector logits,
    Optional<SymmetricMatrix> labelCovariance,
    double noiseVariance) {
  private static final Field<EvaluationCase, Vector> PROBABILITIES =
      Field.of("probabilities", Formats.vector(), EvaluationCase::probabilities)
          .symbol("p")
          .says("the probability of one member of each group");

  private static final Field<EvaluationCase, List<Long>> MULTIPLICITIES =
      Field.of("multiplicities", Formats.list(Formats.seed()), EvaluationCase::multiplicities)
          .otherwiseFrom(values -> Collections.nCopies(values.get(PROBABILITIES).size(), 1L))
          .says("the members of each group");

  private static final Field<EvaluationCase, PromptLength> PROMPT_LENGTH =
      Field.of("promptLength", Formats.promptLength(), EvaluationCase::promptLength)
          .symbol("N")
          .unit("tokens")
          .says("tokens in a prompt");

  private static final Field<EvaluationCase, Long> QUERY =
      Field.of("query", Formats.seed(), EvaluationCase::query)
          .says("the query's group, counted from 0");

  private static final Field<EvaluationCase, Vector> LOGITS =
      Field.of("logits", Formats.vector(), EvaluationCase::logits).says("one a group");

  private static final Field<EvaluationCase, Optional<SymmetricMatrix>> LABEL_COVARIANCE =
      Field.of(
              "labelCovariance",
              Formats.optional("identity", Formats.symmetricMatrix()),
              EvaluationCase::labelCovariance)
          .otherwise(Optional.empty())
          .symbol("C")
          .says("second moments of the labels");

  private static final Field<EvaluationCase, Double> NOISE_VARIANCE =
      Field.of("noiseVariance", Formats.real(Bounds.finite()), EvaluationCase::noiseVariance)
          .otherwise(0.0)
          .symbol("σ²")
          .says("variance of the noise on every context label");

  /** How a case is written. */
  public static final RecordFormat<EvaluationCase> FORMAT =
      RecordFormat.of(
          List.of(
              PROBABILITIES,
              MULTIPLICITIES,
              PROMPT_LENGTH,
              QUERY,
              LOGITS,
              LABEL_COVARIANCE,
              NOISE_VARIANCE),
          values ->
              new EvaluationCase(
                  values.get(PROBABILITIES),
                  values.get(MULTIPLICITIES),
                  values.get(PROMPT_LENGTH),
                  values.get(QUERY),
                  values.get(LOGITS),
                  values.get(LABEL_COVARIANCE),
                  values.get(NOISE_VARIANCE)));

  /**
   * The loss, the negative gradient and the mean attention of a case.
   *
   * @throws InvalidInputException if it is none
   */
  public static Node evaluate(Node given) {
    var one = FORMAT.read(given);
    var value = PopulationEvaluator.of(one.column()).evaluate(one.logits);
    return Node.Mapping.empty()
        .with("loss", new Node.Real(value.loss()))
        .with("descent", Node.numbers(value.descent().toArray()))
        .with("meanAttention", Node.numbers(value.meanAttention().toArray()));
  }

  private QueryColumn column() {
    var law = law();
    if (query < 0 || query >= law.groups().size()) {
      throw new InvalidInputException(
          "query", "must be from 0 to " + (law.groups().size() - 1) + ", not " + query);
    }
    try {
      return new QueryColumn(law.groups(), (int) query, promptLength, labels());
    } catch (InvalidInputException e) {
      throw ofLabels(e);
    }
  }

  private TokenLaw law() {
    if (multiplicities.size() != probabilities.size()) {
      String rule = "must have " + probabilities.size() + " entries like probabilities, not ";
      throw new InvalidInputException("multiplicities", rule + multiplicities.size());
    }
    var groups = IntStream.range(0, probabilities.size()).mapToObj(this::group).toList();
    try {
      return new TokenLaw(groups);
    } catch (InvalidInputException e) {
      throw e.renamed("probabilities");
    }
  }

  private FeatureGroup group(int index) {
    try {
      return new FeatureGroup(probabilities.get(index), multiplicities.get(index));
    } catch (InvalidInputException e) {
      String list = e.field().equals("count") ? "multiplicities" : "probabilities";
      throw e.renamed(list + "[" + index + "]");
    }
  }

  private LabelModel labels() {
    return new LabelModel(
        labelCovariance
            .<LabelModel.Covariance>map(LabelModel.MatrixCovariance::new)
            .orElseGet(LabelModel.IdentityCovariance::new),
        noiseVariance);
  }

  /** The model's names of the label fields are not the case's. */
  private static InvalidInputException ofLabels(InvalidInputException e) {
    return switch (e.field()) {
      case "covariance" -> e.renamed("labelCovariance");
      case "noise" -> e.renamed("noiseVariance");
      default -> e;
    };
  }
}
