package io.github.icldynamics.lab.command;

import io.github.icldynamics.lab.runs.Reproduction;
import io.github.icldynamics.lab.runs.StoredRun;
import io.github.icldynamics.lab.text.Json;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.system.Systems;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code icl runs reproduce}. */
@Command(
    name = "reproduce",
    description = "Make runs again and compare every byte with what is stored.")
final class RunsReproduceCommand extends Subcommand {
  @Parameters(paramLabel = "RUN", arity = "0..*", description = "runs; or else --where")
  private List<String> runs = List.of();

  @Mixin private StoreOption store = new StoreOption();

  @Option(names = "--where", paramLabel = "CONDITION", description = "as for icl runs list")
  private @Nullable String where;

  @Mixin private ThreadCount threads = new ThreadCount();

  @Option(names = "--json", description = "print one JSON document")
  private boolean json;

  RunsReproduceCommand(Systems systems) {
    super(systems);
  }

  @Override
  public Integer call() {
    int workers = threads.number();
    var made = new LinkedHashMap<Path, Reproduction>();
    try (var progress = progress()) {
      for (var path : store.made(runs, where, progress)) {
        var run = StoredRun.read(path);
        progress.doing("making %s again".formatted(run.name()));
        made.put(path, Reproduction.of(systems, run, workers, progress));
      }
    }
    print(json ? Json.text(document(made)) : text(made));
    boolean isSame = made.values().stream().allMatch(Reproduction::isSame);
    return isSame ? Icl.DONE : Icl.GOAL_NOT_REACHED;
  }

  private static String text(Map<Path, Reproduction> made) {
    var text = new StringBuilder();
    made.forEach(
        (path, reproduction) -> {
          text.append(path).append(reproduction.isSame() ? ": same bytes, " : ": ");
          text.append(
              reproduction.isSame()
                  ? "%d files".formatted(reproduction.files())
                  : "%d of %d files differ"
                      .formatted(reproduction.differences().size(), reproduction.files()));
          reproduction
              .differences()
              .forEach(
                  difference ->
                      text.append("\n  ")
                          .append(difference.file())
                          .append(": ")
                          .append(difference.what()));
          text.append('\n');
        });
    return text.toString().stripTrailing();
  }

  private static Node document(Map<Path, Reproduction> made) {
    var all = new LinkedHashMap<String, Node>();
    made.forEach((path, reproduction) -> all.put(path.toString(), node(reproduction)));
    return new Node.Mapping(all);
  }

  private static Node node(Reproduction reproduction) {
    var differences = new LinkedHashMap<String, Node>();
    reproduction
        .differences()
        .forEach(
            difference -> differences.put(difference.file(), new Node.Text(difference.what())));
    return Node.Mapping.empty()
        .with("same", new Node.Truth(reproduction.isSame()))
        .with("files", new Node.Whole(reproduction.files()))
        .with("differences", new Node.Mapping(differences));
  }
}
