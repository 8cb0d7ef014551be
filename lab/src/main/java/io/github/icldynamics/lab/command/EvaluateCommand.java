package io.github.icldynamics.lab.command;

import io.github.icldynamics.lab.text.InputText;
import io.github.icldynamics.lab.text.Json;
import io.github.icldynamics.lab.text.ParsedText;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.system.Systems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code icl evaluate}: the population at given weights. */
@Command(
    name = "evaluate",
    description =
        "Population loss and negative gradient at given weights, without training; prints JSON.")
final class EvaluateCommand extends Subcommand {
  @Parameters(
      paramLabel = "FILE.json|-",
      description = "one case or a list of cases; - reads stdin")
  private String file = "";

  EvaluateCommand(Systems systems) {
    super(systems);
  }

  @Override
  public Integer call() {
    Node answer;
    try (var progress = progress()) {
      progress.doing("evaluating");
      answer = text().read(document -> new Evaluations(systems).of(document, progress));
    }
    print(Json.text(answer));
    return Icl.DONE;
  }

  private ParsedText text() {
    if (file.equals(GivenPath.STANDARD_INPUT)) {
      String name = "standard input";
      return Json.parse(name, InputText.of(name, System.in));
    }
    var path = GivenPath.of("FILE.json", file);
    return Json.parse(path.toString(), InputText.of(path));
  }
}
