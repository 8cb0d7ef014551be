package io.github.icldynamics.system;

import io.github.icldynamics.record.RunRecord;
import io.github.icldynamics.record.Table;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.schema.Replacements;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An experiment together with its system.
 *
 * @param <E> the system's experiments
 */
public record Given<E>(LearningSystem<E> system, E experiment) {
  /** The experiment as it is written: all fields, in one order; it names its system if need be. */
  public Node.Mapping document() {
    if (!(system.format().write(experiment) instanceof Node.Mapping written)) {
      throw new IllegalStateException("an experiment is written as a mapping");
    }
    if (system.owns(written)) {
      return written;
    }
    var entries = new LinkedHashMap<String, Node>();
    entries.put("system", new Node.Text(system.key()));
    entries.putAll(written.entries());
    return new Node.Mapping(entries);
  }

  /**
   * The same with fields replaced by options of the command line.
   *
   * @param options values by name
   * @throws InvalidInputException if one does not apply
   */
  public Given<E> with(Map<String, String> options) {
    if (options.isEmpty()) {
      return this;
    }
    var replacements = new Replacements(options);
    var replaced = system.format().replace(system.format().write(experiment), replacements);
    if (!replacements.unused().isEmpty()) {
      String option = replacements.unused().iterator().next();
      throw new InvalidInputException(option, doesNotApply(option));
    }
    try {
      return new Given<>(system, system.format().read(replaced));
    } catch (InvalidInputException e) {
      throw replacements.named(e);
    }
  }

  private String doesNotApply(String option) {
    var places = Options.placesOf(option, system.format().shape());
    return places.isEmpty()
        ? "does not apply to " + system.key()
        : "goes with " + places.getFirst() + ", which this experiment does not have";
  }

  /** What it asks to be done. */
  public RunPlan plan(Wanted wanted) {
    return system.plan(experiment, wanted);
  }

  /** Its population at given weights, without training. */
  public Node evaluate(Node.Mapping weights) {
    return system.evaluate(experiment, weights);
  }

  /** The record of its run, once all parts are done. */
  public RunRecord record(RunPlan plan, List<Table> tables) {
    var conclusion = plan.conclude(tables);
    return new RunRecord(
        system.key(),
        document(),
        conclusion.ending(),
        conclusion.goalReached(),
        conclusion.facts(),
        conclusion.landmarks(),
        tables,
        plan.arrays());
  }

  /** Refuses an experiment that the page in the browser cannot show. */
  public void requireShown() {
    system.requireShown(experiment);
  }
}
