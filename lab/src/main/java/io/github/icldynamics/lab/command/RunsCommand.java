package io.github.icldynamics.lab.command;

import io.github.icldynamics.system.Systems;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code icl runs}: the runs that there are. */
@Command(
    name = "runs",
    description = "Find, show, compare, export, delete and reproduce runs.",
    synopsisSubcommandLabel = "list|show|compare|export|delete|reproduce")
final class RunsCommand extends Subcommand {
  private RunsCommand(Systems systems) {
    super(systems);
  }

  static CommandLine line(Systems systems) {
    return new CommandLine(new RunsCommand(systems))
        .addSubcommand(new RunsListCommand(systems))
        .addSubcommand(new RunsShowCommand(systems))
        .addSubcommand(new RunsCompareCommand(systems))
        .addSubcommand(new RunsExportCommand(systems))
        .addSubcommand(new RunsDeleteCommand(systems))
        .addSubcommand(new RunsReproduceCommand(systems));
  }

  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(
        commandLine(), "icl runs wants one of list, show, compare, export, delete and reproduce");
  }
}
