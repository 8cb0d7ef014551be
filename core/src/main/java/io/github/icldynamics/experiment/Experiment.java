package io.github.icldynamics.experiment;

import io.github.icldynamics.analysis.Ending;
import io.github.icldynamics.analysis.LayerPlan;
import io.github.icldynamics.analysis.TrainingPlan;
import io.github.icldynamics.prompt.ChangingLaw;
import io.github.icldynamics.prompt.FeatureGroup;
import io.github.icldynamics.prompt.InvalidInputException;
import io.github.icldynamics.prompt.LabelModel;
import io.github.icldynamics.prompt.PromptLength;
import io.github.icldynamics.prompt.QueryColumn;
import io.github.icldynamics.prompt.TokenLaw;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * All that decides a result: equal experiments give equal bits.
 *
 * @param tokenLaw law of the tokens, at the start if it changes
 * @param promptLength N
 * @param labels second moments C and noise σ²
 * @param method how the logits move
 * @param learningRate η
 * @param epsilon ε
 * @param until flow time to train to; empty: until every query has converged
 * @param queries which columns are trained
 * @param constants of the method
 * @param variations what else is not as in the paper
 */
public record Experiment(
    TokenLawChoice tokenLaw,
    PromptLength promptLength,
    LabelChoice labels,
    MethodChoice method,
    double learningRate,
    double epsilon,
    OptionalDouble until,
    QueryChoice queries,
    MethodConstants constants,
    Variations variations)
    implements StoredExperiment {
  private static final double TOLERANCE = 1e-11;

  /** Weights (queries × groups) beyond which a run is not held in memory as a whole. */
  public static final long MANY_WEIGHTS = 20_000;

  /**
   * The states of a Zipf law of 1000 features come out to 1e-8 with it, at a quarter of the cost.
   */
  private static final double TOLERANCE_OF_MANY_WEIGHTS = 1e-6;

  public Experiment(
      TokenLawChoice tokenLaw,
      PromptLength promptLength,
      LabelChoice labels,
      MethodChoice method,
      double learningRate,
      double epsilon,
      OptionalDouble until,
      QueryChoice queries,
      MethodConstants constants,
      Variations variations) {
    this.tokenLaw = tokenLaw;
    this.promptLength = promptLength;
    this.labels = labels;
    this.method = method;
    this.learningRate = learningRate;
    this.epsilon = epsilon;
    this.until = until;
    this.queries = queries;
    this.constants = constants;
    this.variations = variations;
    check();
  }

  /** An experiment in the paper's setting, with the methods' usual constants. */
  public Experiment(
      TokenLawChoice tokenLaw,
      PromptLength promptLength,
      LabelChoice labels,
      MethodChoice method,
      double learningRate,
      double epsilon,
      OptionalDouble until,
      QueryChoice queries) {
    this(
        tokenLaw,
        promptLength,
        labels,
        method,
        learningRate,
        epsilon,
        until,
        queries,
        MethodConstants.defaults(),
        Variations.none());
  }

  private void check() {
    within("tokenLaw." + tokenLaw.key(), tokenLaw::law);
    within("labels", this::labelModel);
    within("tokenLaw." + tokenLaw.key(), this::law);
    var features = within("queries", () -> queries.features(tokenLaw, law()));
    var plan = layerPlan();
    within("labels", () -> plan.plan().column(features.get(0)));
    within("initial", () -> plan.initial().column(plan.column(features.get(0)), 0));
    testColumn(features.get(0));
    within("tokenLaw", this::requireAffordable);
  }

  /** What couples columns or tells features apart costs the square of their number. */
  private TokenLaw requireAffordable() {
    var law = law();
    boolean coupled = layerPlan().isCoupled();
    boolean dense = labelModel().covariance() instanceof LabelModel.MatrixCovariance;
    long most = coupled ? MOST_TOGETHER : MOST_WITH_MATRIX;
    if (law.groups().size() > most && (coupled || dense)) {
      throw new InvalidInputException(
          "features",
          "must be at most "
              + most
              + " where columns are coupled (400 where labels have a matrix), not "
              + law.groups().size());
    }
    return law;
  }

  private LabelModel labelModel() {
    return labels.model(variations.gram());
  }

  /** The token law, at the start. Features that are told apart are no longer exchangeable. */
  public TokenLaw law() {
    var law = tokenLaw.law();
    boolean apart =
        labelModel().covariance() instanceof LabelModel.MatrixCovariance
            || variations.gram().tellsFeaturesApart()
            || variations.initial().tellsFeaturesApart()
            || method == MethodChoice.SGD
            || otherLaws().anyMatch(other -> !sizes(other).equals(sizes(law)));
    return apart ? law.listedSingly() : law;
  }

  private Stream<TokenLaw> otherLaws() {
    return Stream.of(
            variations.queryLaw(),
            variations.change().map(Variations.Change::to),
            variations.test().flatMap(Variations.Test::tokenLaw))
        .flatMap(Optional::stream)
        .map(TokenLawChoice::law);
  }

  private static List<Long> sizes(TokenLaw law) {
    return law.groups().stream().map(FeatureGroup::count).toList();
  }

  /** Another law with groups like those of {@link #law}. */
  private TokenLaw alike(TokenLawChoice choice) {
    var other = choice.law();
    return sizes(law()).equals(sizes(other)) ? other : other.listedSingly();
  }

  private double tolerance() {
    return constants
        .tolerance()
        .orElseGet(() -> weights() > MANY_WEIGHTS ? TOLERANCE_OF_MANY_WEIGHTS : TOLERANCE);
  }

  private long weights() {
    var law = law();
    return (long) queries.features(tokenLaw, law).size() * law.groups().size();
  }

  /** The mathematics of it. */
  public LayerPlan layerPlan() {
    var plan =
        within(
            "training",
            () ->
                new TrainingPlan(
                    law(),
                    promptLength,
                    labelModel(),
                    method.method(learningRate, constants, tolerance()),
                    epsilon,
                    Ending.at(until)));
    var queryLaw = variations.queryLaw().map(choice -> within("queryLaw", () -> alike(choice)));
    var change =
        variations
            .change()
            .map(
                changing ->
                    within(
                        "change",
                        () -> new ChangingLaw(law(), alike(changing.to()), changing.course())));
    return within(
        "training",
        () ->
            new LayerPlan(
                plan,
                within("features.gram", () -> variations.gram().coupling()),
                queryLaw,
                change,
                variations.initial(),
                variations.valueScale(),
                variations.trainsValueScale()));
  }

  /** The column on which the trained layer is tested, if on another than that of training. */
  public Optional<QueryColumn> testColumn(long query) {
    return variations
        .test()
        .map(
            test ->
                within(
                    "test",
                    () ->
                        test.tokenLaw()
                            .map(this::alike)
                            .orElseGet(this::law)
                            .column(query, test.promptLength(), labelModel())));
  }

  /** The most distinct features whose columns can be followed at once in memory. */
  private static final int MOST_TOGETHER = 150;

  /** The most features whose labels have a matrix of second moments. */
  private static final int MOST_WITH_MATRIX = 400;

  private interface Construction<T> {
    T make();
  }

  private static <T> T within(String path, Construction<T> construction) {
    try {
      return construction.make();
    } catch (InvalidInputException e) {
      throw e.field().equals("query") ? e.renamed(path) : e.under(path);
    }
  }

  /** The mathematics of it, where columns are not coupled and nothing else is varied. */
  public TrainingPlan plan() {
    return layerPlan().plan();
  }

  /** The features whose columns are trained, counted from 0. */
  public List<Long> features() {
    return queries.features(tokenLaw, law());
  }

  /** Iterations of a flow time: {@code t = τ/η}. */
  public double iterations(double tau) {
    return tau / learningRate;
  }
}
