package io.github.icldynamics.lab.command;

import io.github.icldynamics.lab.runs.StoredRun;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.system.Systems;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What all commands below {@code icl} have. */
@Command(mixinStandardHelpOptions = true, versionProvider = Icl.Version.class)
abstract class Subcommand implements Callable<Integer> {
  final Systems systems;

  @Spec private CommandSpec spec = CommandSpec.create();

  Subcommand(Systems systems) {
    this.systems = systems;
  }

  final CommandLine commandLine() {
    return spec.commandLine();
  }

  final void print(String text) {
    commandLine().getOut().println(text);
  }

  /** Shows how far the work is, until it is closed. */
  final ProgressDisplay progress() {
    return ProgressDisplay.begin(commandLine().getErr());
  }

  /** The run that a word means, looked for under a display of how far that is. */
  final StoredRun stored(StoreOption store, String word) {
    try (var progress = progress()) {
      return store.run(word, progress);
    }
  }

  static void requireNotBoth(boolean both, String option, String other) {
    if (both) {
      throw new InvalidInputException(option, "cannot go with " + other);
    }
  }
}
