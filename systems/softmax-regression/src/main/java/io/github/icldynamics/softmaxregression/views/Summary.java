package io.github.icldynamics.softmaxregression.views;

import io.github.icldynamics.descent.Ending;
import io.github.icldynamics.record.RunRecord;
import io.github.icldynamics.record.Table;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.softmaxregression.objective.ErrorFloor;
import io.github.icldynamics.softmaxregression.run.Forms;
import io.github.icldynamics.softmaxregression.training.Criterion;
import io.github.icldynamics.softmaxregression.training.Phase;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.util.FastMath;

/** What programs read of a run. What does not exist is nothing. */
public final class Summary {
  private static final int MOST_LISTED = 12;
  private static final int EXTREMES = 5;

  private final RunView run;

  private Summary(RunView run) {
    this.run = run;
  }

  /** The summary: the queries, and of many the counts and extremes before them. */
  public static Node.Mapping of(RunRecord record) {
    var summary = new Summary(RunView.of(record));
    return summary.run.isWhole() ? summary.whole() : summary.columnwise();
  }

  private Node.Mapping whole() {
    var groups = groups();
    var states = states();
    return Node.Mapping.empty()
        .with("queries", items(run.queries().stream(), query -> whole(query, groups, states)));
  }

  private Node whole(QueryView query, Map<Long, List<Node>> groups, Map<Long, List<Node>> states) {
    var head =
        named(query)
            .with("probability", number(query.probability()))
            .with("exchangeable", new Node.Whole(query.exchangeable()))
            .with("outcome", new Node.Text(query.outcome()))
            .with("ended", new Node.Text(query.ended()));
    var told =
        withFloor(head, query)
            .with("groups", new Node.Items(groups.getOrDefault(query.query(), List.of())))
            .with("convergence", convergence(query));
    if (run.experiment().test().isPresent()) {
      told = told.with("testConvergence", testConvergence(query));
    }
    return told.with("phases", items(query.phases().stream(), Summary::phase))
        .with("states", new Node.Items(states.getOrDefault(query.query(), List.of())));
  }

  private static Node.Mapping named(QueryView query) {
    return numbered(query).with("role", new Node.Text(query.role()));
  }

  private static Node.Mapping numbered(QueryView query) {
    return Node.Mapping.empty().with("query", new Node.Whole(query.query()));
  }

  /** Long prompts make the floor too small for a double; its logarithm tells it all the same. */
  private Node.Mapping withFloor(Node.Mapping head, QueryView query) {
    var told =
        head.with("initialError", number(query.initialError()))
            .with("minimalError", number(FastMath.exp(query.logFloor())))
            .with("log10MinimalError", number(query.logFloor() / FastMath.log(10)))
            .with("minimalErrorBy", word(query.floorBy()));
    if (!query.hasFloor()) {
      told = told.with("minimalErrorMissing", new Node.Text(ErrorFloor.NOT_COMPUTED));
    }
    return run.experiment().test().isPresent()
        ? told.with("minimalTestError", number(FastMath.exp(query.logTestFloor())))
        : told;
  }

  private static Node word(String word) {
    return word.isEmpty() ? new Node.Nothing() : new Node.Text(word);
  }

  private Node convergence(QueryView query) {
    return query.hasConverged()
        ? criterion(query.shareOfReducible())
            .with("tau", number(query.convergence()))
            .with("iterations", number(run.iterations(query.convergence())))
        : new Node.Nothing();
  }

  private Node testConvergence(QueryView query) {
    double tau = query.testConvergence();
    return Double.isNaN(tau)
        ? new Node.Nothing()
        : Node.Mapping.empty()
            .with("criterion", Criterion.FORMAT.write(run.experiment().training().criterion()))
            .with("tau", number(tau))
            .with("iterations", number(run.iterations(tau)));
  }

  private Node.Mapping criterion(double share) {
    var criterion = run.experiment().training().criterion();
    var told = Node.Mapping.empty().with("criterion", Criterion.FORMAT.write(criterion));
    if (criterion instanceof Criterion.Excess(double epsilon)) {
      told = told.with("epsilon", number(epsilon));
    }
    return told.with("shareOfReducible", number(share));
  }

  private static Node phase(Phase phase) {
    return Node.Mapping.empty()
        .with("name", new Node.Text(phase.name()))
        .with("from", number(phase.from()))
        .with("to", number(phase.to()))
        .with("why", new Node.Text(phase.why()))
        .with("threshold", phase.threshold().map(Summary::threshold).orElseGet(Node.Nothing::new));
  }

  private static Node threshold(Phase.Threshold threshold) {
    return Node.Mapping.empty()
        .with("formula", new Node.Text(threshold.formula()))
        .with("standing", new Node.Text("recalled"))
        .with("value", number(threshold.value()))
        .with("tau", number(threshold.tau().orElse(Double.NaN)));
  }

  private Map<Long, List<Node>> groups() {
    var table = run.record().table(Forms.GROUPS.name());
    return RunView.byQuery(
        table,
        table.rows(),
        row ->
            Node.Mapping.empty()
                .with("probability", number(table.real("probability", row)))
                .with("count", new Node.Whole(table.whole("count", row)))
                .with("role", new Node.Text(table.text("role", row)))
                .with("rank", new Node.Whole(table.whole("rank", row))));
  }

  /** Each begins with a row of the first group. */
  private Map<Long, List<Node>> states() {
    var table = run.record().table(Forms.STATES.name());
    var first = table.rows().filter(row -> table.whole("group", row) == 0);
    return RunView.byQuery(table, first, row -> state(table, row));
  }

  private Node state(Table table, int first) {
    var state =
        Node.Mapping.empty()
            .with("tau", number(table.real("tau", first)))
            .with("error", number(table.real("error", first)))
            .with("logits", cells(table, "logit", first))
            .with("meanAttention", cells(table, "mean_attention", first))
            .with("descent", cells(table, "descent", first));
    if (run.experiment().valueScale().trained()) {
      state = state.with("valueScale", number(table.real("value_scale", first)));
    }
    double testError = table.real("test_error", first);
    return Double.isNaN(testError) ? state : state.with("testError", number(testError));
  }

  private static Node cells(Table table, String column, int first) {
    var others =
        IntStream.range(first + 1, table.size()).takeWhile(row -> table.whole("group", row) > 0);
    return items(
        IntStream.concat(IntStream.of(first), others).boxed(),
        row -> number(table.real(column, row)));
  }

  private Node.Mapping columnwise() {
    return Node.Mapping.empty()
        .with("counts", counts())
        .with("notConverged", notConverged())
        .with("slowest", extremes(run.slowestFirst()))
        .with("fastest", extremes(run.fastestFirst()))
        .with("tables", tables())
        .with("queries", items(run.queries().stream(), this::inShort));
  }

  private static Node tables() {
    return Node.Mapping.empty()
        .with("queries", new Node.Text("queries.csv"))
        .with("trajectory", new Node.Text("trajectory.csv"))
        .with("logits", new Node.Text("logits.npy"));
  }

  private Node counts() {
    var array = run.record().arrays().getFirst();
    var outcomes = Node.Mapping.empty();
    for (var ending : Ending.values()) {
      long number = run.queries().stream().filter(query -> query.ended(ending)).count();
      outcomes = outcomes.with(ending.title(), new Node.Whole(number));
    }
    return Node.Mapping.empty()
        .with("queries", new Node.Whole(array.rows()))
        .with("groups", new Node.Whole(array.columns()))
        .with("weights", new Node.Whole((long) array.rows() * array.columns()))
        .with("outcomes", outcomes);
  }

  /** The first few; queries has all. */
  private Node notConverged() {
    return items(
        run.queries().stream().filter(query -> !query.ended(Ending.CONVERGED)).limit(MOST_LISTED),
        query ->
            numbered(query)
                .with("outcome", new Node.Text(query.outcome()))
                .with("ended", new Node.Text(query.ended())));
  }

  private Node extremes(List<QueryView> queries) {
    return items(
        queries.stream().limit(EXTREMES),
        query ->
            numbered(query)
                .with("probability", number(query.probability()))
                .with("tau", number(query.time()))
                .with("iterations", number(run.iterations(query.time()))));
  }

  private Node inShort(QueryView query) {
    var head =
        named(query)
            .with("probability", number(query.probability()))
            .with("outcome", new Node.Text(query.outcome()));
    return withFloor(head, query).with("convergence", convergence(query));
  }

  private static <T> Node items(Stream<T> values, Function<T, Node> told) {
    return new Node.Items(values.map(told).toList());
  }

  private static Node number(double value) {
    return Double.isFinite(value) ? new Node.Real(value) : new Node.Nothing();
  }
}
