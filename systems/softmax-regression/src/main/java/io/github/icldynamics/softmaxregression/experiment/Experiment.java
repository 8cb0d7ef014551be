package io.github.icldynamics.softmaxregression.experiment;

import io.github.icldynamics.descent.TrainingFields;
import io.github.icldynamics.descent.TrainingMethod;
import io.github.icldynamics.schema.CommandOption;
import io.github.icldynamics.schema.Field;
import io.github.icldynamics.schema.Formats;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.schema.RecordFormat;
import io.github.icldynamics.softmaxregression.law.ChangingLaw;
import io.github.icldynamics.softmaxregression.law.FeatureGroup;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.training.InitialLogits;
import io.github.icldynamics.softmaxregression.training.LayerPlan;
import io.github.icldynamics.softmaxregression.training.TrainingPlan;
import io.github.icldynamics.softmaxregression.training.Until;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * All that decides a result: equal experiments give equal bits. {@link #FORMAT}, {@link #of} and
 * {@link #with} make none whose parts do not go together.
 *
 * @param tokenLaw law of the tokens, at the start if it changes
 * @param promptLength N
 * @param labels second moments C and noise σ²
 * @param gram Γ
 * @param initial S at τ = 0
 * @param training how the layer is trained
 * @param queries which columns are trained
 * @param queryLaw how often features are queried, if not by the tokens' law
 * @param change how the token law changes in time, if it does
 * @param valueScale ν
 * @param test what the trained layer is tested on, if on something else
 */
public record Experiment(
    TokenLawChoice tokenLaw,
    PromptLength promptLength,
    LabelChoice labels,
    GramChoice gram,
    InitialLogits initial,
    Training training,
    QueryChoice queries,
    Optional<TokenLawChoice> queryLaw,
    Optional<ChangeChoice> change,
    ValueScale valueScale,
    Optional<TestChoice> test) {
  /** Weights (queries × groups) beyond which a run is not held in memory as a whole. */
  public static final long MANY_WEIGHTS = 20_000;

  /** The most distinct features whose columns can be followed at once in memory. */
  private static final int MOST_TOGETHER = 150;

  /** The most features whose labels have a matrix of second moments. */
  private static final int MOST_WITH_MATRIX = 400;

  private static final double TOLERANCE = 1e-11;

  /**
   * The states of a Zipf law of 1000 features come out to 1e-8 with it, at a quarter of the cost.
   */
  private static final double TOLERANCE_OF_MANY_WEIGHTS = 1e-6;

  /** Law of the tokens. */
  public static final Field<Experiment, TokenLawChoice> TOKEN_LAW =
      Field.of("tokenLaw", TokenLaws.FORMAT, Experiment::tokenLaw)
          .symbol("p_k")
          .says("law of the tokens, at τ = 0 if it changes");

  /** N. */
  public static final Field<Experiment, PromptLength> PROMPT_LENGTH =
      PromptLength.field(Experiment::promptLength).says("tokens in a prompt");

  /** C and σ². */
  public static final Field<Experiment, LabelChoice> LABELS =
      Field.of("labels", LabelChoice.FORMAT, Experiment::labels)
          .otherwise(LabelChoice.linear())
          .says("the labels of the tokens");

  /** Γ. */
  public static final Field<Experiment, GramChoice> GRAM =
      Field.of(
              "features",
              RecordFormat.nested(
                  Field.<GramChoice, GramChoice>of("gram", GramChoice.FORMAT, only -> only)
                      .otherwise(new GramChoice.Identity())
                      .symbol("Γ")
                      .says("the Gram matrix VᵀV of the features")),
              Experiment::gram)
          .otherwise(new GramChoice.Identity())
          .says("the features")
          .option(
              CommandOption.keyed(
                  "--correlation",
                  "ρ",
                  "one correlation of all pairs of features",
                  "gram",
                  "equicorrelated"));

  /** S at τ = 0. */
  public static final Field<Experiment, InitialLogits> INITIAL =
      Field.of(
              "initial",
              RecordFormat.nested(
                  Field.<InitialLogits, InitialLogits>of(
                          "logits", InitialLogits.FORMAT, only -> only)
                      .otherwise(new InitialLogits.Zero())
                      .symbol("S")
                      .says("S = VᵀQV at τ = 0")),
              Experiment::initial)
          .otherwise(new InitialLogits.Zero())
          .says("the weights at the start")
          .option(
              CommandOption.keyed(
                  "--initial-scale",
                  "SCALE",
                  "standard deviation of Gaussian logits at τ = 0",
                  "logits",
                  "gaussian",
                  "scale"));

  /** How the layer is trained. */
  public static final Field<Experiment, Training> TRAINING =
      Field.of("training", Training.FORMAT, Experiment::training)
          .otherwise(Training.usual())
          .says("how the layer is trained");

  /** Which columns are trained. */
  public static final Field<Experiment, QueryChoice> QUERIES =
      Field.of("queries", QueryChoice.FORMAT, Experiment::queries)
          .otherwise(new QueryChoice.Automatic())
          .says("which columns are trained")
          .option(CommandOption.list("--query", "k|all", "all", "auto"));

  /** How often features are queried. */
  public static final Field<Experiment, Optional<TokenLawChoice>> QUERY_LAW =
      Field.of("queryLaw", Formats.optional("same", TokenLaws.FORMAT), Experiment::queryLaw)
          .otherwise(Optional.empty())
          .symbol("π_k")
          .says("how often each feature is queried");

  /** How the token law changes. */
  public static final Field<Experiment, Optional<ChangeChoice>> CHANGE =
      Field.of("change", Formats.optional("none", ChangeChoice.FORMAT), Experiment::change)
          .otherwise(Optional.empty())
          .says("how the token law changes in time; needs training.until");

  /** ν. */
  public static final Field<Experiment, ValueScale> VALUE_SCALE =
      Field.of("valueScale", ValueScale.FORMAT, Experiment::valueScale)
          .otherwise(ValueScale.fixed())
          .symbol("ν")
          .says("the value scale of the layer");

  /** What the trained layer is tested on. */
  public static final Field<Experiment, Optional<TestChoice>> TEST =
      Field.of("test", Formats.optional("same", TestChoice.FORMAT), Experiment::test)
          .otherwise(Optional.empty())
          .says("population on which states are tested too")
          .option(
              CommandOption.keyed(
                  "--test-length",
                  "N|inf",
                  "tokens in the prompts on which states are tested too",
                  "promptLength"));

  /** How an experiment is written. */
  public static final RecordFormat<Experiment> FORMAT =
      RecordFormat.of(
          List.of(
              TOKEN_LAW,
              PROMPT_LENGTH,
              LABELS,
              GRAM,
              INITIAL,
              TRAINING,
              QUERIES,
              QUERY_LAW,
              CHANGE,
              VALUE_SCALE,
              TEST),
          values ->
              new Experiment(
                      values.get(TOKEN_LAW),
                      values.get(PROMPT_LENGTH),
                      values.get(LABELS),
                      values.get(GRAM),
                      values.get(INITIAL),
                      values.get(TRAINING),
                      values.get(QUERIES),
                      values.get(QUERY_LAW),
                      values.get(CHANGE),
                      values.get(VALUE_SCALE),
                      values.get(TEST))
                  .checked());

  public Experiment {
    var length = promptLength;
    test = test.map(other -> other.onPrompts(length));
  }

  /**
   * An experiment in the paper's setting.
   *
   * @throws InvalidInputException if the two do not go together
   */
  public static Experiment of(TokenLawChoice tokenLaw, PromptLength promptLength) {
    return new Experiment(
            tokenLaw,
            promptLength,
            LabelChoice.linear(),
            new GramChoice.Identity(),
            new InitialLogits.Zero(),
            Training.usual(),
            new QueryChoice.Automatic(),
            Optional.empty(),
            Optional.empty(),
            ValueScale.fixed(),
            Optional.empty())
        .checked();
  }

  /** The same with another value of a field. */
  public <T> Experiment with(Field<Experiment, T> field, T value) {
    return FORMAT.with(this, new RecordFormat.Change<>(field, value));
  }

  /** The same trained until a flow time. */
  public Experiment until(double tau) {
    return with(TRAINING, training.with(Training.UNTIL, OptionalDouble.of(tau)));
  }

  private Experiment checked() {
    within("tokenLaw." + tokenLaw.key(), tokenLaw::law);
    within("features.gram", this::requireGram);
    within("labels", this::labelModel);
    within("labels", this::requireSampledLabels);
    requireOtherLaws();
    within("tokenLaw." + tokenLaw.key(), this::law);
    within("training", this::requireReachable);
    long first = within("queries", this::features).getFirst();
    var plan = layerPlan();
    within("labels", () -> plan.plan().column(first));
    within("initial", () -> initial.column(plan.column(first), 0));
    testColumn(first);
    within("tokenLaw", this::requireAffordable);
    return this;
  }

  private Training requireReachable() {
    double until = training.until().orElse(0);
    TrainingFields.requireReachable("until", training.method(), training.learningRate(), until);
    return training;
  }

  private LabelChoice requireSampledLabels() {
    boolean isPlain = labelModel().covariance() instanceof LabelModel.IdentityCovariance;
    if (isSampled() && !isPlain) {
      throw new InvalidInputException(
          "covariance",
          "must be that of orthonormal features and linear labels, the identity, where prompts are"
              + " sampled; other methods take any");
    }
    return labels;
  }

  /** Each by itself, before {@link #law} looks at them, which would be blamed. */
  private void requireOtherLaws() {
    queryLaw.ifPresent(choice -> within("queryLaw." + choice.key(), choice::law));
    change.ifPresent(other -> within("change.to." + other.to().key(), other.to()::law));
    test.flatMap(TestChoice::tokenLaw)
        .ifPresent(choice -> within("test.tokenLaw." + choice.key(), choice::law));
  }

  /** What couples columns or tells features apart costs the square of their number. */
  private TokenLaw requireAffordable() {
    var law = law();
    boolean coupled = layerPlan().isCoupled();
    boolean dense = labelModel().covariance() instanceof LabelModel.MatrixCovariance;
    long most = coupled ? MOST_TOGETHER : MOST_WITH_MATRIX;
    if (law.groups().size() > most && (coupled || dense)) {
      String rule = "must be at most " + most + " where columns are coupled (" + MOST_WITH_MATRIX;
      throw new InvalidInputException(
          "features", rule + " where labels have a matrix), not " + law.groups().size());
    }
    return law;
  }

  /** Before labels are made of it, which would be blamed. */
  private GramChoice requireGram() {
    long features = tokenLaw.law().features();
    if (gram instanceof GramChoice.Given(var given) && given.matrix().size() != features) {
      throw new InvalidInputException(
          "",
          "must have one row for each of the %s features, not %s"
              .formatted(features, given.matrix().size()));
    }
    return gram;
  }

  private LabelModel labelModel() {
    return labels.model(gram);
  }

  /** The token law, at the start. Features that are told apart are no longer exchangeable. */
  public TokenLaw law() {
    var law = tokenLaw.law();
    boolean apart =
        labelModel().covariance() instanceof LabelModel.MatrixCovariance
            || gram instanceof GramChoice.Given
            || !(initial instanceof InitialLogits.Zero)
            || isSampled()
            || otherLaws().anyMatch(other -> !sizes(other).equals(sizes(law)));
    return apart ? law.listedSingly() : law;
  }

  /** Whether prompts are sampled. */
  public boolean isSampled() {
    return training.method() instanceof SampledPrompts;
  }

  private Stream<TokenLaw> otherLaws() {
    return Stream.of(queryLaw, change.map(ChangeChoice::to), test.flatMap(TestChoice::tokenLaw))
        .flatMap(Optional::stream)
        .map(TokenLawChoice::law);
  }

  private static List<Long> sizes(TokenLaw law) {
    return law.groups().stream().map(FeatureGroup::count).toList();
  }

  /** Another law with groups like those of {@link #law}. */
  private TokenLaw alike(TokenLawChoice choice) {
    var other = choice.law();
    if (other.features() != law().features()) {
      throw new InvalidInputException(
          "",
          "must have as many features as the token law, %s, not %s"
              .formatted(law().features(), other.features()));
    }
    return sizes(law()).equals(sizes(other)) ? other : other.listedSingly();
  }

  private TrainingMethod method() {
    long weights = (long) features().size() * law().groups().size();
    double usual = weights > MANY_WEIGHTS ? TOLERANCE_OF_MANY_WEIGHTS : TOLERANCE;
    return training.method().at(training.learningRate(), usual);
  }

  /** The mathematics of it. */
  public LayerPlan layerPlan() {
    var coupling = within("features.gram", gram::coupling);
    var asked = queryLaw.map(choice -> within("queryLaw", () -> alike(choice)));
    var changing = change.map(choice -> within("change", () -> changingLaw(choice)));
    var trained = within("training", this::trainingPlan);
    try {
      double scale = valueScale.initial();
      return new LayerPlan(
          trained, coupling, asked, changing, initial, scale, valueScale.trained());
    } catch (InvalidInputException e) {
      throw Training.FORMAT.has(e.field()) ? e.under("training") : e;
    }
  }

  private TrainingPlan trainingPlan() {
    var ending = Until.at(training.until());
    return new TrainingPlan(
        law(), promptLength, labelModel(), method(), training.criterion(), ending);
  }

  private ChangingLaw changingLaw(ChangeChoice changing) {
    return new ChangingLaw(law(), within("to", () -> alike(changing.to())), changing.course());
  }

  /** The column on which the trained layer is tested, if on another than that of training. */
  public Optional<QueryColumn> testColumn(long query) {
    return test.map(other -> within("test", () -> testColumn(other, query)));
  }

  private QueryColumn testColumn(TestChoice other, long query) {
    var law =
        other
            .tokenLaw()
            .map(choice -> within("tokenLaw." + choice.key(), () -> alike(choice)))
            .orElseGet(this::law);
    var trained = labelModel();
    var labels =
        new LabelModel(trained.covariance(), other.noise().orElse(trained.noiseVariance()));
    return law.column(query, other.length(), labels).withValueScale(valueScale.initial());
  }

  private static <T> T within(String path, Supplier<T> construction) {
    try {
      return construction.get();
    } catch (InvalidInputException e) {
      throw e.field().equals("query") ? e.renamed(path) : e.under(path);
    }
  }

  /** The features whose columns are trained, counted from 0. */
  public List<Long> features() {
    return queries.features(tokenLaw, law());
  }

  /** Iterations of a flow time: {@code t = τ/η}. */
  public double iterations(double tau) {
    return tau / training.learningRate();
  }
}
