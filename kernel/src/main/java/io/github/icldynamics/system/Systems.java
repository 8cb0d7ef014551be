package io.github.icldynamics.system;

import io.github.icldynamics.claim.Catalogue;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.schema.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The systems that a laboratory has.
 *
 * @param all at least one; keys and names of presets differ
 */
public record Systems(List<LearningSystem<?>> all) {
  private static final String SYSTEM = "system";

  public Systems {
    all = List.copyOf(all);
    requireDifferent(all.stream().map(LearningSystem::key).toList());
    requireDifferent(all.stream().flatMap(system -> system.presets().keySet().stream()).toList());
  }

  private static void requireDifferent(List<String> names) {
    if (names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException("two systems share one of the names " + names);
    }
  }

  /** These and one more. */
  public Systems and(LearningSystem<?> another) {
    var more = new ArrayList<>(all);
    more.add(another);
    return new Systems(more);
  }

  /** The system with a key. */
  public LearningSystem<?> named(String key) {
    return all.stream()
        .filter(system -> system.key().equals(key))
        .findFirst()
        .orElseThrow(() -> unknown(key));
  }

  private InvalidInputException unknown(String key) {
    var keys = all.stream().map(LearningSystem::key).toList();
    return new InvalidInputException(
        SYSTEM, "must be " + Words.alternatives(keys) + ", not " + key + Words.hint(key, keys));
  }

  /** The presets of all systems, with their systems. */
  public Map<String, LearningSystem<?>> presets() {
    var presets = new LinkedHashMap<String, LearningSystem<?>>();
    for (var system : all) {
      system.presets().keySet().forEach(name -> presets.put(name, system));
    }
    return presets;
  }

  /** All catalogues of claims, system by system. */
  public List<Catalogue> catalogues() {
    return all.stream().flatMap(system -> system.catalogues().stream()).toList();
  }

  /** The system that an experiment is one of, by its key {@code system} or else by its fields. */
  public LearningSystem<?> of(Node document) {
    if (!(document instanceof Node.Mapping mapping)) {
      throw document.refused("must be a mapping with the fields of an experiment");
    }
    var named = Optional.ofNullable(mapping.entries().get(SYSTEM));
    return named
        .<LearningSystem<?>>map(node -> named(node.given()))
        .or(() -> owner(mapping))
        .orElse(all.getFirst());
  }

  private Optional<LearningSystem<?>> owner(Node.Mapping document) {
    return all.stream().filter(system -> system.owns(document)).findFirst();
  }

  /** An experiment of a system, with the two of them kept together. */
  public Given<?> read(Node document) {
    var system = of(document);
    try {
      return read(system, document);
    } catch (InvalidInputException e) {
      throw withOwner(e, system);
    }
  }

  /** A complaint about a key that another system has says so. */
  private InvalidInputException withOwner(InvalidInputException e, LearningSystem<?> system) {
    return system.format().has(e.field())
        ? e
        : ownerOf(e.field())
            .map(owner -> e.saying("of " + system.key() + ", but of " + owner.key()))
            .orElse(e);
  }

  /** The first system whose experiments have a field at their top. */
  public Optional<LearningSystem<?>> ownerOf(String field) {
    return all.stream().filter(system -> system.format().has(field)).findFirst();
  }

  private static <E> Given<E> read(LearningSystem<E> system, Node document) {
    return new Given<>(system, system.format().read(withoutSystem(document)));
  }

  private static Node withoutSystem(Node document) {
    if (!(document instanceof Node.Mapping(var entries))) {
      return document;
    }
    var own = new LinkedHashMap<>(entries);
    own.remove(SYSTEM);
    return new Node.Mapping(own);
  }

  /** The experiment of a preset. */
  public Given<?> preset(String name) {
    return preset(presets().get(name), name);
  }

  private static <E> Given<E> preset(@Nullable LearningSystem<E> system, String name) {
    if (system == null) {
      throw new IllegalArgumentException("no preset is called " + name);
    }
    return new Given<>(system, Objects.requireNonNull(system.presets().get(name)).get());
  }
}
