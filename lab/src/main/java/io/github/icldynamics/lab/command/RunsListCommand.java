package io.github.icldynamics.lab.command;

import io.github.icldynamics.lab.runs.Condition;
import io.github.icldynamics.lab.runs.RunIndex;
import io.github.icldynamics.lab.text.Json;
import io.github.icldynamics.schema.Bounds;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.schema.Numerals;
import io.github.icldynamics.system.Systems;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code icl runs list}. */
@Command(name = "list", description = "List runs, the newest first.")
final class RunsListCommand extends Subcommand {
  private static final int MOST_COLUMNS = 4;
  private static final Bounds LIMITS = Bounds.count(1, 1_000_000);
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  @Mixin private StoreOption store = new StoreOption();

  @Option(
      names = "--where",
      paramLabel = "CONDITION",
      description =
          "of fields, facts and landmarks, such as \"tokenLaw.imbalanced.features >= 1e6 and"
              + " outcome = converged\"; the end of a name is enough")
  private @Nullable String where;

  @Option(
      names = "--columns",
      paramLabel = "NAME,…",
      split = ",",
      description =
          "fields, facts and landmarks to show (default: fields in which the runs differ)")
  private List<String> columns = List.of();

  @Option(names = "--limit", paramLabel = "n", description = "how many to show (default: 50)")
  private String limit = "50";

  @Option(names = "--rebuild", description = "throw the index away and make it again")
  private boolean rebuild;

  @Option(names = "--json", description = "print one JSON document")
  private boolean json;

  RunsListCommand(Systems systems) {
    super(systems);
  }

  @Override
  public Integer call() {
    int most = (int) LIMITS.require("--limit", Numerals.whole("--limit", limit));
    var condition = where == null ? new Condition.Always() : Condition.of("--where", where);
    if (rebuild) {
      RunIndex.forget(store.path());
    }
    print(listed(condition, most));
    return Icl.DONE;
  }

  private String listed(Condition condition, int most) {
    try (var progress = progress();
        var index = store.index(progress)) {
      var found = index.find(condition, most);
      var shown = columns.isEmpty() ? index.differing(found, MOST_COLUMNS) : columns;
      var values = index.values(found, shown);
      int all = found.size() < most ? found.size() : index.count(condition);
      return json
          ? Json.text(document(found, shown, values, all))
          : table(found, shown, values, all);
    }
  }

  private static String table(
      List<RunIndex.Found> found,
      List<String> columns,
      Map<Path, Map<String, String>> values,
      int all) {
    var heads = new ArrayList<>(List.of("run", "system", "outcome", "made"));
    heads.addAll(columns);
    var table = new TextTable(heads.toArray(String[]::new));
    for (var run : found) {
      var row = new ArrayList<String>();
      row.add(run.name() + " " + run.hash());
      row.add(run.system());
      row.add(run.outcome());
      row.add(time(run.madeMillis()));
      columns.forEach(column -> row.add(value(run, column, values)));
      table.add(row);
    }
    String rest = all > found.size() ? ", the newest %,d shown".formatted(found.size()) : "";
    return (found.isEmpty() ? "" : table + "\n\n") + "%,d runs%s".formatted(all, rest);
  }

  private static String time(long millis) {
    return MINUTE.format(Instant.ofEpochMilli(millis).atZone(ZoneId.systemDefault()));
  }

  private static String value(
      RunIndex.Found run, String column, Map<Path, Map<String, String>> values) {
    return values.getOrDefault(run.path(), Map.of()).getOrDefault(column, "");
  }

  private static Node document(
      List<RunIndex.Found> found,
      List<String> columns,
      Map<Path, Map<String, String>> values,
      int all) {
    var runs = new ArrayList<Node>();
    for (var run : found) {
      var entry =
          Node.Mapping.empty()
              .with("path", new Node.Text(run.path().toString()))
              .with("name", new Node.Text(run.name()))
              .with("hash", new Node.Text(run.hash()))
              .with("system", new Node.Text(run.system()))
              .with("outcome", new Node.Text(run.outcome()));
      for (String column : columns) {
        entry = entry.with(column, node(value(run, column, values)));
      }
      runs.add(entry);
    }
    return Node.Mapping.empty()
        .with("count", new Node.Whole(all))
        .with("runs", new Node.Items(runs));
  }

  private static Node node(String text) {
    double number = Numerals.numberOrNaN(new Node.Text(text));
    if (text.isEmpty()) {
      return new Node.Nothing();
    }
    return Double.isFinite(number) ? new Node.Real(number) : new Node.Text(text);
  }
}
