package io.github.icldynamics.lab.command;

import io.github.icldynamics.lab.runs.RunDeletion;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.system.Systems;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code icl runs delete}. */
@Command(name = "delete", description = "Delete runs and sweeps with all their files.")
final class RunsDeleteCommand extends Subcommand {
  private static final int MOST_NAMED = 5;

  @Parameters(paramLabel = "RUN", arity = "0..*", description = "runs or sweeps; or else --where")
  private List<String> runs = List.of();

  @Mixin private StoreOption store = new StoreOption();

  @Option(names = "--where", paramLabel = "CONDITION", description = "as for icl runs list")
  private @Nullable String where;

  @Option(names = "--yes", description = "do it; without this, say what would be deleted")
  private boolean yes;

  RunsDeleteCommand(Systems systems) {
    super(systems);
  }

  @Override
  public Integer call() {
    List<Path> chosen;
    try (var progress = progress()) {
      chosen = store.chosen(runs, where, progress);
    }
    chosen.forEach(RunDeletion::requireDeletable);
    if (!yes) {
      throw new InvalidInputException(
          "--yes", "must be given to delete %s".formatted(inWords(chosen)));
    }
    chosen.forEach(RunDeletion::delete);
    print("%,d deleted".formatted(chosen.size()));
    return Icl.DONE;
  }

  private static String inWords(List<Path> chosen) {
    String named =
        chosen.stream().limit(MOST_NAMED).map(Path::toString).collect(Collectors.joining(", "));
    return chosen.size() > MOST_NAMED
        ? "%,d runs: %s, …".formatted(chosen.size(), named)
        : chosen.isEmpty() ? "anything, and no run is meant" : named;
  }
}
