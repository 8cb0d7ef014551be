package io.github.icldynamics.system;

import io.github.icldynamics.chart.Chart;
import io.github.icldynamics.claim.Catalogue;
import io.github.icldynamics.record.RunRecord;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.schema.RecordFormat;
import io.github.icldynamics.study.Study;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A population of prompts, a network, and what is known of their training: the plug by which the
 * laboratory runs, stores, draws, tells, compares and verifies it, without knowing it by name.
 *
 * @param <E> its experiments, values that decide every result
 */
public interface LearningSystem<E> {
  /** The word for it in files. */
  String key();

  /** What it is, in a few words. */
  String title();

  /** Where it is published: authors and years. */
  String reference();

  /** How its experiments are written. */
  RecordFormat<E> format();

  /** Experiments that come with it, by name, in the order in which they are offered. */
  Map<String, Supplier<E>> presets();

  /** Whether a document without the key {@code system} is an experiment of this one. */
  default boolean owns(Node.Mapping document) {
    return false;
  }

  /**
   * What an experiment asks to be done.
   *
   * @throws InvalidInputException if it cannot give what is wanted
   */
  RunPlan plan(E experiment, Wanted wanted);

  /** What programs read of a run: numbers by name, from the record alone. */
  Node.Mapping summary(RunRecord record);

  /**
   * The population of an experiment at given weights, without training.
   *
   * @param weights what a document says beside the experiment
   * @throws InvalidInputException if they are none, or if the system cannot tell
   */
  default Node evaluate(E experiment, Node.Mapping weights) {
    throw new InvalidInputException(
        "experiment", "must be of a system whose weights can be given, not of " + key());
  }

  /**
   * What people read of a run, from the record alone.
   *
   * @param name of the run
   * @param times at which states were asked for
   */
  List<Block> report(RunRecord record, String name, List<Double> times);

  /**
   * The pictures of a run by file name, from the record alone.
   *
   * @param scale how they space the time of the run
   */
  Map<String, Chart> charts(RunRecord record, TimeScale scale);

  /** What is claimed about it, a catalogue a paper. */
  default List<Catalogue> catalogues() {
    return List.of();
  }

  /** Questions about it that runs answer. */
  default List<Study<E>> studies() {
    return List.of();
  }

  /** Its population at given weights, where that can be asked for. */
  default Optional<Evaluation> evaluation() {
    return Optional.empty();
  }

  /**
   * Refuses an experiment that the page in the browser cannot show.
   *
   * @throws InvalidInputException with the first field that it has no place for
   */
  default void requireShown(E experiment) {
    throw new InvalidInputException(
        "system", "must be one that the studio shows, not " + key() + ", which has no page yet");
  }
}
