package io.github.icldynamics.lab.command;

import io.github.icldynamics.lab.Laboratory;
import io.github.icldynamics.lab.store.Provenance;
import io.github.icldynamics.lab.store.StorageException;
import io.github.icldynamics.lab.sweep.SweepEngines;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.system.LearningSystem;
import io.github.icldynamics.system.Systems;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/**
 * The program. Exit codes: 0 done, 1 a goal was not reached or the machine would not write, 2 bad
 * input, 3 internal error.
 */
@Command(
    name = "icl",
    description = "An exact laboratory for how transformers learn to learn in context.",
    mixinStandardHelpOptions = true,
    versionProvider = Icl.Version.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Icl {
  static final int DONE = 0;
  static final int GOAL_NOT_REACHED = 1;
  static final int MACHINE_FAILED = 1;
  static final int BAD_INPUT = 2;
  static final int INTERNAL_ERROR = 3;

  private Icl() {}

  /** Runs the program and ends the process with its exit code. */
  public static void main(String[] arguments) {
    run(SweepEngines.local(), arguments);
  }

  /** Runs the program with other engines for sweeps, and ends the process with its exit code. */
  public static void run(SweepEngines engines, String... arguments) {
    // Numbers and words are English, whatever the machine speaks.
    Locale.setDefault(Locale.ROOT);
    var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(execute(Laboratory.systems(), engines, out, err, arguments));
  }

  /**
   * Runs the program with some systems: a program of one's own may have more than ours.
   *
   * @return its exit code
   */
  public static int execute(
      Systems systems, PrintWriter out, PrintWriter err, String... arguments) {
    return execute(systems, SweepEngines.local(), out, err, arguments);
  }

  /**
   * The same with other engines for sweeps.
   *
   * @return its exit code
   */
  public static int execute(
      Systems systems,
      SweepEngines engines,
      PrintWriter out,
      PrintWriter err,
      String... arguments) {
    var line =
        new CommandLine(new Icl())
            .addSubcommand(RunCommand.line(systems, offered(systems, arguments)))
            .addSubcommand(SweepCommand.line(systems, engines, offered(systems, arguments)))
            .addSubcommand(RunsCommand.line(systems))
            .addSubcommand(new ServeCommand(systems))
            .addSubcommand(new CiteCommand(systems))
            .addSubcommand(new SystemsCommand(systems))
            .addSubcommand(new EvaluateCommand(systems))
            .addSubcommand(new VerifyCommand(systems))
            .addSubcommand(new StudyCommand(systems))
            .addSubcommand(new StudioCommand(systems))
            .setColorScheme(CommandLine.Help.defaultColorScheme(ansi()))
            .setExpandAtFiles(false)
            .setOut(out)
            .setErr(err)
            .setExecutionExceptionHandler((e, command, parsed) -> report(e, command.getErr()))
            .setParameterExceptionHandler((e, args) -> complain(e, err));
    int code = execute(line, err, arguments);
    err.flush();
    if (out.checkError()) {
      err.println("icl: the output cannot be written to its end");
      return MACHINE_FAILED;
    }
    return code;
  }

  /** A dumb terminal would show escapes as letters. */
  private static CommandLine.Help.Ansi ansi() {
    return "dumb".equals(System.getenv("TERM"))
        ? CommandLine.Help.Ansi.OFF
        : CommandLine.Help.Ansi.AUTO;
  }

  private static int execute(CommandLine line, PrintWriter err, String... arguments) {
    try {
      return line.execute(arguments);
    } catch (OutOfMemoryError e) {
      return say(outOfMemory(e), err, MACHINE_FAILED);
    }
  }

  private static String outOfMemory(OutOfMemoryError e) {
    if (String.valueOf(e.getMessage()).contains("native thread")) {
      return "the machine gives no more threads; --threads 1 needs the fewest";
    }
    long mebibytes = Runtime.getRuntime().maxMemory() >> 20;
    return "this needs more memory than the %s MiB it may use; ICL_HEAP=%sm ./icl … gives it more"
        .formatted(mebibytes, 2 * mebibytes);
  }

  /** Help about a preset is about its system's fields alone. */
  private static List<LearningSystem<?>> offered(Systems systems, String... arguments) {
    var words = List.of(arguments);
    if (!words.contains("--help") && !words.contains("-h")) {
      return systems.all();
    }
    List<LearningSystem<?>> named =
        Arrays.stream(arguments)
            .<LearningSystem<?>>map(word -> systems.presets().get(word))
            .filter(Objects::nonNull)
            .toList();
    return named.isEmpty() ? systems.all() : named;
  }

  private static int report(Exception e, PrintWriter err) {
    return switch (e) {
      case InvalidInputException _ -> say(String.valueOf(e.getMessage()), err, BAD_INPUT);
      case StorageException _ -> say(String.valueOf(e.getMessage()), err, MACHINE_FAILED);
      default -> {
        err.println("icl: internal error, please report it:");
        e.printStackTrace(err);
        yield INTERNAL_ERROR;
      }
    };
  }

  /** One line, whatever somebody's words in it hold. */
  private static int say(String sentence, PrintWriter err, int code) {
    err.println("icl: " + sentence.replaceAll("\\p{Cntrl}|[\u2028\u2029]", "\uFFFD"));
    return code;
  }

  private static int complain(CommandLine.ParameterException e, PrintWriter err) {
    return say(Misunderstanding.of(e).sentence() + " (see icl --help)", err, BAD_INPUT);
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"icl " + Provenance.version()};
    }
  }
}
