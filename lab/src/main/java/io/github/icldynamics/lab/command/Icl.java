package io.github.icldynamics.lab.command;

import io.github.icldynamics.lab.store.Provenance;
import io.github.icldynamics.prompt.InvalidInputException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The program. Exit codes: 0 done, 1 a goal was not reached, 2 bad input, 3 internal error. */
@Command(
    name = "icl",
    description = "An exact laboratory for how transformers learn to learn in context.",
    mixinStandardHelpOptions = true,
    versionProvider = Icl.Version.class,
    subcommands = {
      RunCommand.class,
      EvaluateCommand.class,
      VerifyCommand.class,
      ClassifyCommand.class,
      StudyCommand.class,
      StudioCommand.class
    },
    synopsisSubcommandLabel = "COMMAND")
public final class Icl {
  static final int DONE = 0;
  static final int GOAL_NOT_REACHED = 1;
  static final int BAD_INPUT = 2;
  static final int INTERNAL_ERROR = 3;

  private Icl() {}

  /** Runs the program and ends the process with its exit code. */
  public static void main(String[] arguments) {
    var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(execute(out, err, arguments));
  }

  /** Runs the program; returns its exit code. */
  static int execute(PrintWriter out, PrintWriter err, String... arguments) {
    var line =
        new CommandLine(new Icl())
            .setOut(out)
            .setErr(err)
            .setExecutionExceptionHandler((e, command, parsed) -> report(e, command.getErr()))
            .setParameterExceptionHandler((e, args) -> complain(e, err));
    int code = line.execute(arguments);
    out.flush();
    err.flush();
    return code;
  }

  private static int report(Exception e, PrintWriter err) {
    if (e instanceof InvalidInputException) {
      err.println("icl: " + e.getMessage());
      return BAD_INPUT;
    }
    err.println("icl: internal error, please report it:");
    e.printStackTrace(err);
    return INTERNAL_ERROR;
  }

  private static int complain(CommandLine.ParameterException e, PrintWriter err) {
    String sentence = String.valueOf(e.getMessage()).lines().findFirst().orElse("bad arguments");
    err.println("icl: " + sentence.replaceFirst("^Error: ", "") + " (see icl --help)");
    return BAD_INPUT;
  }

  /** The version in the archive. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"icl " + Provenance.version()};
    }
  }
}
