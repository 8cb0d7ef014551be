package io.github.icldynamics.lab.command;

import io.github.icldynamics.lab.text.InputText;
import io.github.icldynamics.lab.text.Json;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.system.Evaluation;
import io.github.icldynamics.system.LearningSystem;
import io.github.icldynamics.system.Systems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code icl evaluate}: the population at given weights. */
@Command(
    name = "evaluate",
    description = "Population loss and descent direction at given logits; prints JSON.")
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
    var answer =
        switch (Json.read(file, text())) {
          case Node.Items(var cases) -> evaluateAll(cases);
          case Node one -> evaluateOne(one);
        };
    print(Json.text(answer));
    return Icl.DONE;
  }

  private String text() {
    return file.equals("-") ? InputText.of(file, System.in) : InputText.of(Path.of(file));
  }

  private Node evaluateOne(Node given) {
    try {
      return evaluation().evaluate(given);
    } catch (InvalidInputException e) {
      throw e.field().isEmpty() ? e.renamed(file) : e;
    }
  }

  private Node evaluateAll(List<Node> cases) {
    var answers = new ArrayList<Node>();
    for (int i = 0; i < cases.size(); i++) {
      try {
        answers.add(evaluation().evaluate(cases.get(i)));
      } catch (InvalidInputException e) {
        throw e.under("[" + i + "]");
      }
    }
    return new Node.Items(answers);
  }

  /** That of the first system that has one. */
  private Evaluation evaluation() {
    return systems.all().stream()
        .map(LearningSystem::evaluation)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow();
  }
}
