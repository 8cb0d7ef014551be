package io.github.icldynamics.lab.command;

import static io.github.icldynamics.lab.page.HtmlText.escaped;

import io.github.icldynamics.chart.Chart;
import io.github.icldynamics.lab.figure.Picture;
import io.github.icldynamics.lab.page.HtmlPage;
import io.github.icldynamics.lab.runs.Comparison;
import io.github.icldynamics.lab.runs.Overlay;
import io.github.icldynamics.lab.runs.StoredRun;
import io.github.icldynamics.lab.store.ReportFile;
import io.github.icldynamics.lab.text.Json;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.system.Systems;
import io.github.icldynamics.system.TimeScale;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code icl runs compare}. */
@Command(
    name = "compare",
    description = "Compare two runs: what differs in their experiments, what they measured.")
final class RunsCompareCommand extends Subcommand {
  @Parameters(paramLabel = "RUN", arity = "2", description = "two runs")
  private List<String> runs = List.of();

  @Mixin private StoreOption store = new StoreOption();

  @Option(
      names = "--out",
      paramLabel = "FILE.html",
      description = "a page to write, with the figures of both laid over each other")
  private @Nullable String out;

  @Option(names = "--json", description = "print one JSON document")
  private boolean json;

  RunsCompareCommand(Systems systems) {
    super(systems);
  }

  @Override
  public Integer call() {
    var first = stored(store, runs.get(0));
    var second = stored(store, runs.get(1));
    var comparison = Comparison.of(first.record(), second.record());
    if (out != null) {
      var target = GivenPath.of("--out", out);
      ReportFile.requireWritable(target);
      ReportFile.write(target, page(first, second, comparison));
    }
    print(json ? Json.text(document(comparison)) : text(first, second, comparison));
    return Icl.DONE;
  }

  private static List<String> names(StoredRun first, StoredRun second) {
    boolean isSameName = first.name().equals(second.name());
    return isSameName ? List.of(first.hash(), second.hash()) : List.of(first.name(), second.name());
  }

  private static String text(StoredRun first, StoredRun second, Comparison comparison) {
    var names = names(first, second);
    var experiment = new TextTable("field", names.get(0), names.get(1));
    comparison
        .experiment()
        .forEach(row -> experiment.add(List.of(row.name(), row.first(), row.second())));
    var measured = new TextTable("fact or landmark", names.get(0), names.get(1), "");
    comparison
        .measured()
        .forEach(row -> measured.add(List.of(row.name(), row.first(), row.second(), row.ratio())));
    String differences =
        comparison.experiment().isEmpty() ? "the experiments are the same" : experiment.toString();
    return differences + "\n\n" + measured;
  }

  private static Node document(Comparison comparison) {
    return Node.Mapping.empty()
        .with("experiment", rows(comparison.experiment()))
        .with("measured", rows(comparison.measured()));
  }

  private static Node rows(List<Comparison.Row> rows) {
    return new Node.Items(
        rows.stream()
            .<Node>map(
                row ->
                    Node.Mapping.empty()
                        .with("name", new Node.Text(row.name()))
                        .with("first", new Node.Text(row.first()))
                        .with("second", new Node.Text(row.second())))
            .toList());
  }

  private String page(StoredRun first, StoredRun second, Comparison comparison) {
    var names = names(first, second);
    var page = new HtmlPage("ICL Dynamics: " + names.get(0) + " and " + names.get(1));
    page.line("<h1>" + escaped(names.get(0)) + " and " + escaped(names.get(1)) + "</h1>");
    page.line("<h2>Experiments</h2>");
    page.heads(List.of("field", escaped(names.get(0)), escaped(names.get(1))));
    comparison
        .experiment()
        .forEach(
            row ->
                page.row(
                    List.of(escaped(row.name()), escaped(row.first()), escaped(row.second()))));
    page.line("</table>\n<h2>Measured</h2>");
    page.heads(List.of("fact or landmark", escaped(names.get(0)), escaped(names.get(1)), ""));
    comparison
        .measured()
        .forEach(
            row -> page.row(List.of(escaped(row.name()), row.first(), row.second(), row.ratio())));
    page.line("</table>");
    charts(first, second, names).forEach((name, chart) -> page.picture(name, Picture.svg(chart)));
    return page.text();
  }

  /** Those of runs of one system of which all is kept. */
  private Map<String, Chart> charts(StoredRun first, StoredRun second, List<String> names) {
    boolean isOneSystem = first.record().system().equals(second.record().system());
    if (!isOneSystem || !first.isWhole() || !second.isWhole()) {
      return Map.of();
    }
    var system = systems.named(first.record().system());
    return Overlay.of(
        system.charts(first.record(), TimeScale.LOGARITHMIC),
        system.charts(second.record(), TimeScale.LOGARITHMIC),
        names);
  }
}
