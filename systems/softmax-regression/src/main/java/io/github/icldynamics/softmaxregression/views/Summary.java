package io.github.icldynamics.softmaxregression.views;

import io.github.icldynamics.descent.Ending;
import io.github.icldynamics.record.RunRecord;
import io.github.icldynamics.record.Table;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.softmaxregression.run.Forms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    return new Node.Mapping(summary.run.isWhole() ? summary.whole() : summary.columnwise());
  }

  private Map<String, Node> whole() {
    var states = states();
    var groups = groups();
    var entries = new LinkedHashMap<String, Node>();
    entries.put(
        "queries",
        new Node.Items(
            run.queries().stream()
                .<Node>map(
                    query ->
                        wholeQuery(
                            query,
                            groups.getOrDefault(query.query(), List.of()),
                            states.getOrDefault(query.query(), List.of())))
                .toList()));
    return entries;
  }

  private Node wholeQuery(QueryView query, List<Node> groups, List<Node> states) {
    var entries = new LinkedHashMap<String, Node>();
    entries.put("query", new Node.Whole(query.query()));
    entries.put("role", new Node.Text(query.role()));
    entries.put("probability", number(query.probability()));
    entries.put("exchangeable", new Node.Whole(query.exchangeable()));
    entries.put("outcome", new Node.Text(query.outcome()));
    entries.put("ended", new Node.Text(query.ended()));
    putFloor(query, entries);
    entries.put("groups", new Node.Items(groups));
    entries.put("convergence", convergence(query));
    entries.put("phases", new Node.Items(query.phases().stream().map(Summary::phase).toList()));
    entries.put("states", new Node.Items(states));
    return new Node.Mapping(entries);
  }

  /** Long prompts make the floor too small for a double; its logarithm tells it all the same. */
  private static void putFloor(QueryView query, Map<String, Node> entries) {
    double log10 = query.logFloor() / FastMath.log(10);
    entries.put(
        "minimalError",
        query.hasFloor() ? number(FastMath.exp(query.logFloor())) : new Node.Nothing());
    entries.put("log10MinimalError", number(log10));
  }

  private Node convergence(QueryView query) {
    if (!query.hasConverged()) {
      return new Node.Nothing();
    }
    var entries = new LinkedHashMap<String, Node>();
    entries.put("epsilon", number(run.experiment().training().epsilon()));
    entries.put("tau", number(query.convergence()));
    entries.put("iterations", number(run.iterations(query.convergence())));
    return new Node.Mapping(entries);
  }

  private static Node phase(QueryView.PhaseView phase) {
    var entries = new LinkedHashMap<String, Node>();
    entries.put("name", new Node.Text(phase.name()));
    entries.put("from", number(phase.from()));
    entries.put("to", number(phase.to()));
    entries.put("why", new Node.Text(phase.why()));
    entries.put("threshold", phase.hasThreshold() ? threshold(phase) : new Node.Nothing());
    return new Node.Mapping(entries);
  }

  private static Node threshold(QueryView.PhaseView phase) {
    var entries = new LinkedHashMap<String, Node>();
    entries.put("formula", new Node.Text(phase.threshold()));
    entries.put("standing", new Node.Text("recalled"));
    entries.put("value", number(phase.thresholdValue()));
    entries.put("tau", number(phase.thresholdTau()));
    return new Node.Mapping(entries);
  }

  private Map<Long, List<Node>> groups() {
    var table = run.record().table(Forms.GROUPS.name());
    var groups = new LinkedHashMap<Long, List<Node>>();
    for (int row = 0; row < table.size(); row++) {
      var entries = new LinkedHashMap<String, Node>();
      entries.put("probability", number(table.real("probability", row)));
      entries.put("count", new Node.Whole(table.whole("count", row)));
      groups
          .computeIfAbsent(table.whole("query", row), query -> new ArrayList<>())
          .add(new Node.Mapping(entries));
    }
    return groups;
  }

  private Map<Long, List<Node>> states() {
    var table = run.record().table(Forms.STATES.name());
    var states = new LinkedHashMap<Long, List<Node>>();
    for (int row = 0; row < table.size(); ) {
      int next = row + 1;
      while (next < table.size() && table.whole("group", next) > 0) {
        next++;
      }
      states
          .computeIfAbsent(table.whole("query", row), query -> new ArrayList<>())
          .add(state(table, row, next));
      row = next;
    }
    return states;
  }

  private static Node state(Table table, int from, int to) {
    var entries = new LinkedHashMap<String, Node>();
    entries.put("tau", number(table.real("tau", from)));
    entries.put("error", number(table.real("error", from)));
    entries.put("logits", cells(table, "logit", from, to));
    entries.put("meanAttention", cells(table, "mean_attention", from, to));
    entries.put("descent", cells(table, "descent", from, to));
    double testError = table.real("test_error", from);
    if (!Double.isNaN(testError)) {
      entries.put("testError", number(testError));
    }
    return new Node.Mapping(entries);
  }

  private static Node cells(Table table, String column, int from, int to) {
    var cells = new ArrayList<Node>();
    for (int row = from; row < to; row++) {
      cells.add(number(table.real(column, row)));
    }
    return new Node.Items(cells);
  }

  private Map<String, Node> columnwise() {
    var entries = new LinkedHashMap<String, Node>();
    entries.put("counts", counts());
    entries.put("notConverged", notConverged());
    entries.put("slowest", extremes(run.slowestFirst()));
    entries.put("fastest", extremes(run.fastestFirst()));
    entries.put("tables", tables());
    entries.put("queries", new Node.Items(run.queries().stream().map(this::shortQuery).toList()));
    return entries;
  }

  private Node tables() {
    var entries = new LinkedHashMap<String, Node>();
    entries.put("queries", new Node.Text("queries.csv"));
    entries.put("trajectory", new Node.Text("trajectory.csv"));
    entries.put("logits", new Node.Text("logits.npy"));
    return new Node.Mapping(entries);
  }

  private Node counts() {
    var array = run.record().arrays().getFirst();
    var outcomes = new LinkedHashMap<String, Node>();
    for (var ending : Ending.values()) {
      long number = run.queries().stream().filter(query -> query.ended(ending)).count();
      outcomes.put(ending.title(), new Node.Whole(number));
    }
    var entries = new LinkedHashMap<String, Node>();
    entries.put("queries", new Node.Whole(array.rows()));
    entries.put("groups", new Node.Whole(array.columns()));
    entries.put("weights", new Node.Whole((long) array.rows() * array.columns()));
    entries.put("outcomes", new Node.Mapping(outcomes));
    return new Node.Mapping(entries);
  }

  /** The first few; queries has all. */
  private Node notConverged() {
    return new Node.Items(
        run.queries().stream()
            .filter(query -> !query.ended(Ending.CONVERGED))
            .limit(MOST_LISTED)
            .<Node>map(
                query ->
                    Node.Mapping.empty()
                        .with("query", new Node.Whole(query.query()))
                        .with("outcome", new Node.Text(query.outcome()))
                        .with("ended", new Node.Text(query.ended())))
            .toList());
  }

  private Node extremes(List<QueryView> queries) {
    return new Node.Items(
        queries.stream()
            .limit(EXTREMES)
            .<Node>map(
                query ->
                    Node.Mapping.empty()
                        .with("query", new Node.Whole(query.query()))
                        .with("probability", number(query.probability()))
                        .with("tau", number(query.time()))
                        .with("iterations", number(run.iterations(query.time()))))
            .toList());
  }

  private Node shortQuery(QueryView query) {
    var entries = new LinkedHashMap<String, Node>();
    entries.put("query", new Node.Whole(query.query()));
    entries.put("role", new Node.Text(query.role()));
    entries.put("probability", number(query.probability()));
    entries.put("outcome", new Node.Text(query.outcome()));
    putFloor(query, entries);
    entries.put("convergence", convergence(query));
    return new Node.Mapping(entries);
  }

  private static Node number(double value) {
    return Double.isFinite(value) ? new Node.Real(value) : new Node.Nothing();
  }
}
