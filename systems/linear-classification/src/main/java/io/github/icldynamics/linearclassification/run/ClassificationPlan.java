package io.github.icldynamics.linearclassification.run;

import io.github.icldynamics.descent.Ending;
import io.github.icldynamics.linearclassification.comparison.PromptClassifier;
import io.github.icldynamics.linearclassification.experiment.MixtureExperiment;
import io.github.icldynamics.record.Fact;
import io.github.icldynamics.record.Landmark;
import io.github.icldynamics.record.Table;
import io.github.icldynamics.record.TableForm;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.system.Conclusion;
import io.github.icldynamics.system.Fragment;
import io.github.icldynamics.system.Part;
import io.github.icldynamics.system.RunPlan;
import io.github.icldynamics.system.Wanted;
import io.github.icldynamics.work.Progress;
import io.github.icldynamics.work.Workforce;
import java.util.ArrayList;
import java.util.List;

/**
 * A run of the system: one part, for everything follows from the minimiser.
 *
 * @param others classifiers to compare the layer with, besides the linear discriminants
 */
public record ClassificationPlan(
    MixtureExperiment experiment, List<PromptClassifier> others, Wanted wanted) implements RunPlan {
  public ClassificationPlan {
    if (!wanted.times().isEmpty()) {
      throw new InvalidInputException(
          "times", "does not apply to linear-classification, whose trajectory has all iterations");
    }
    others = List.copyOf(others);
  }

  @Override
  public List<Part> parts() {
    return List.of(new Part("layer", 1, this::make));
  }

  @Override
  public List<TableForm> tables() {
    var forms =
        new ArrayList<>(
            List.of(
                FactRows.FORM,
                Forms.AXES,
                Forms.MINIMISER,
                Forms.trajectory(experiment.mixture().dimension()),
                Forms.INFERENCE,
                Forms.CLASSIFIERS));
    if (drawsBoundaries()) {
      forms.add(Forms.PROMPT);
      forms.add(Forms.boundaries(experiment.mixture().classes()));
    }
    return forms;
  }

  private boolean drawsBoundaries() {
    return wanted.isWhole() && BoundaryRows.cover(experiment.mixture());
  }

  private Fragment make(Workforce workforce, Progress progress) {
    var run = ClassificationRun.execute(experiment, others, workforce, progress);
    var rows = new RunRows(run);
    var tables =
        new ArrayList<>(
            List.of(
                new FactRows(run).table(),
                rows.axes(),
                rows.minimiser(),
                rows.trajectory(),
                rows.inference(),
                rows.classifiers()));
    if (drawsBoundaries()) {
      var boundaries = BoundaryRows.of(run);
      tables.add(boundaries.tokens());
      tables.add(boundaries.places());
    }
    return Fragment.of(tables);
  }

  @Override
  public Conclusion conclude(List<Table> tables) {
    var facts = FactRows.facts(tables.getFirst());
    var ending = FactRows.ending(tables.getFirst());
    boolean trained =
        experiment.training().until().isPresent() ? !ending.isStuck() : ending == Ending.CONVERGED;
    boolean accurate =
        value(facts, "relativeStandardError") <= experiment.accuracy().standardError();
    return new Conclusion(
        ending,
        trained && accurate,
        facts,
        List.of(new Landmark("end", value(facts, "end"), ending.sentence())));
  }

  private static double value(List<Fact> facts, String name) {
    return facts.stream()
        .filter(fact -> fact.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
