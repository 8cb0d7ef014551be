package io.github.icldynamics.lab.sweep;

import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Words;
import io.github.icldynamics.system.Systems;
import io.github.icldynamics.work.Progress;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The engines that a program has, by name.
 *
 * @param all the first is meant if none is named
 */
public record SweepEngines(Map<String, Opening> all) {
  private static final String LOCAL = "local";
  private static final String OPTION = "--engine";

  public SweepEngines {
    all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
  }

  /**
   * What is asked of an engine.
   *
   * @param threads of this process
   * @param master the address of a cluster, for an engine that has one
   * @param workers how many cores a cluster may use, for an engine that has one
   */
  public record Request(
      Systems systems,
      int threads,
      Optional<String> master,
      OptionalInt workers,
      Progress progress) {}

  /** Who opens an engine. */
  @FunctionalInterface
  public interface Opening {
    /**
     * Opens it.
     *
     * @throws InvalidInputException if the request has what it knows nothing of
     */
    SweepEngine open(Request request);
  }

  /** Threads of this process alone. */
  public static SweepEngines local() {
    return new SweepEngines(
        Map.of(
            LOCAL,
            request -> new LocalEngine(request.systems(), request.threads(), request.progress())));
  }

  /** These and one more. */
  public SweepEngines and(String name, Opening opening) {
    var more = new LinkedHashMap<>(all);
    more.put(name, opening);
    return new SweepEngines(more);
  }

  /**
   * The engine of a name.
   *
   * @throws InvalidInputException if there is none
   */
  public Opening named(String name) {
    var opening = all.get(name);
    if (opening == null) {
      throw new InvalidInputException(
          OPTION,
          "must be %s, not %s".formatted(Words.alternatives(all.keySet()), Words.clipped(name)));
    }
    return opening;
  }
}
