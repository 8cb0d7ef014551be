package io.github.icldynamics.lab.command;

import io.github.icldynamics.lab.store.RunStore;
import io.github.icldynamics.lab.text.Json;
import io.github.icldynamics.lab.text.Yaml;
import io.github.icldynamics.record.Fact;
import io.github.icldynamics.record.RunRecord;
import io.github.icldynamics.statistics.SignificantDigits;
import io.github.icldynamics.system.Systems;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code icl runs show}. */
@Command(
    name = "show",
    description = "Show a run: its experiment, what came out, what it measured.")
final class RunsShowCommand extends Subcommand {
  @Parameters(paramLabel = "RUN", description = "a run folder, or the beginning of a hash")
  private String run = "";

  @Mixin private StoreOption store = new StoreOption();

  @Option(names = "--json", description = "print one JSON document, as icl run does")
  private boolean json;

  RunsShowCommand(Systems systems) {
    super(systems);
  }

  @Override
  public Integer call() {
    var stored = stored(store, run);
    var system = systems.named(stored.record().system());
    if (json) {
      print(Json.text(RunStore.summary(system, stored.record())));
      return Icl.DONE;
    }
    print(Yaml.text(stored.record().experiment()));
    var report = system.report(stored.record(), stored.request().name(), stored.request().times());
    print(RunReport.of(report, Optional.empty()));
    print("\n" + measured(stored.record()));
    print("\n" + stored.path());
    return Icl.DONE;
  }

  private static String measured(RunRecord record) {
    var table = new TextTable("fact or landmark", "value", "±", "unit", "what");
    record.facts().forEach(fact -> table.add(row(fact)));
    record
        .landmarks()
        .forEach(
            landmark ->
                table.add(
                    List.of(
                        landmark.name(),
                        SignificantDigits.of(landmark.tau()),
                        "",
                        "τ",
                        landmark.sentence())));
    return table.toString();
  }

  private static List<String> row(Fact fact) {
    return List.of(
        fact.name(),
        SignificantDigits.of(fact.value()),
        fact.uncertainty() == 0 ? "" : SignificantDigits.of(fact.uncertainty()),
        fact.unit(),
        fact.sentence());
  }
}
