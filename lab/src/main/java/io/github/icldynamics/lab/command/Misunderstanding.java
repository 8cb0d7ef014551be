package io.github.icldynamics.lab.command;

import io.github.icldynamics.schema.Words;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Words of the command line that no command knows.
 *
 * @param sentence what to say of them
 */
record Misunderstanding(String sentence) {
  static Misunderstanding of(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      return new Misunderstanding(unknown(unmatched.getUnmatched().getFirst(), e.getCommandLine()));
    }
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("bad arguments");
    return new Misunderstanding(message.replaceFirst("^Error: ", ""));
  }

  private static String unknown(String word, CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    if (word.startsWith("-")) {
      String option = word.split("=", 2)[0];
      return "%s is not an option of %s%s"
          .formatted(Words.clipped(option), name, Words.hint(option, optionsOf(command)));
    }
    var commands = command.getSubcommands().keySet();
    return commands.isEmpty()
        ? "%s is one argument too many for %s".formatted(Words.clipped(word), name)
        : "%s is not a command of %s%s"
            .formatted(Words.clipped(word), name, Words.hint(word, commands));
  }

  private static List<String> optionsOf(CommandLine command) {
    return command.getCommandSpec().options().stream().map(option -> option.longestName()).toList();
  }
}
