package io.github.icldynamics.lab.command;

import io.github.icldynamics.claim.Catalogue;
import io.github.icldynamics.lab.text.Json;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.system.LearningSystem;
import io.github.icldynamics.system.Systems;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code icl systems}: what can be run. */
@Command(
    name = "systems",
    description = "List what can be run: systems, their presets, their papers.")
final class SystemsCommand extends Subcommand {
  @Option(names = "--json", description = "print one JSON document")
  private boolean json;

  SystemsCommand(Systems systems) {
    super(systems);
  }

  @Override
  public Integer call() {
    print(json ? Json.text(document()) : table());
    return Icl.DONE;
  }

  private String table() {
    var table = new TextTable("system", "presets", "verified papers", "what");
    for (var system : systems.all()) {
      table.add(
          List.of(
              system.key(),
              String.join(", ", system.presets().keySet()),
              String.join(", ", papers(system)),
              system.title() + " (" + system.reference() + ")"));
    }
    return table.toString();
  }

  private static List<String> papers(LearningSystem<?> system) {
    return system.catalogues().stream().map(Catalogue::paper).map(paper -> paper.key()).toList();
  }

  private Node document() {
    return Node.Mapping.empty()
        .with("systems", new Node.Items(systems.all().stream().map(this::entry).toList()));
  }

  private Node entry(LearningSystem<?> system) {
    return Node.Mapping.empty()
        .with("key", new Node.Text(system.key()))
        .with("title", new Node.Text(system.title()))
        .with("reference", new Node.Text(system.reference()))
        .with("presets", words(List.copyOf(system.presets().keySet())))
        .with("papers", words(papers(system)))
        .with("studies", words(system.studies().stream().map(study -> study.key()).toList()));
  }

  private static Node words(List<String> words) {
    return new Node.Items(words.stream().<Node>map(Node.Text::new).toList());
  }
}
