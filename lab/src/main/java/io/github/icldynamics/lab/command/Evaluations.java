package io.github.icldynamics.lab.command;

import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.system.Evaluation;
import io.github.icldynamics.system.LearningSystem;
import io.github.icldynamics.system.Systems;
import io.github.icldynamics.work.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Populations at given weights, as documents ask for them: one case or a list of cases. */
record Evaluations(Systems systems) {
  private static final String EXPERIMENT = "experiment";

  /**
   * The answer to a document.
   *
   * @throws InvalidInputException if it is no case
   */
  Node of(Node document, Progress progress) {
    return document instanceof Node.Items(var cases)
        ? evaluateAll(cases, progress)
        : evaluateOne(document);
  }

  private Node evaluateOne(Node given) {
    if (given instanceof Node.Mapping(var entries) && entries.containsKey(EXPERIMENT)) {
      return evaluateExperiment(entries);
    }
    try {
      return evaluation().evaluate(given);
    } catch (InvalidInputException e) {
      throw systems
          .ownerOf(e.field())
          .filter(_ -> isExperiment(given, e.field()))
          .map(
              owner ->
                  e.saying("of a case, but of experiments of " + owner.key() + ", for icl run"))
          .orElse(e);
    }
  }

  /** An experiment of any system, and beside it the weights at which it is looked at. */
  private Node evaluateExperiment(Map<String, Node> entries) {
    var weights = new LinkedHashMap<>(entries);
    var experiment = Objects.requireNonNull(weights.remove(EXPERIMENT));
    var given = InvalidInputException.within(EXPERIMENT, () -> systems.read(experiment));
    return given.evaluate(new Node.Mapping(weights));
  }

  /** Whether somebody took one for the other: cases have probabilities, experiments laws. */
  private static boolean isExperiment(Node given, String key) {
    return given instanceof Node.Mapping(var entries)
        && entries.containsKey(key)
        && !entries.containsKey("probabilities");
  }

  private Node evaluateAll(List<Node> cases, Progress progress) {
    var answers = new ArrayList<Node>();
    for (int i = 0; i < cases.size(); i++) {
      try {
        answers.add(evaluateOne(cases.get(i)));
      } catch (InvalidInputException e) {
        throw e.under("[" + i + "]");
      }
      progress.report((i + 1.0) / cases.size());
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
