package io.github.icldynamics.schema;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Options of the command line with their values, and which of them have found their field. */
public final class Replacements {
  private final Map<String, String> values;
  private final Set<String> unused;
  private final Map<String, CommandOption> paths = new LinkedHashMap<>();
  private String path = "";

  /**
   * @param values by name of the option
   */
  public Replacements(Map<String, String> values) {
    this.values = Map.copyOf(values);
    this.unused = new LinkedHashSet<>(values.keySet());
  }

  /** The value for a field, if it is replaced. */
  Optional<Node> of(CommandOption option, String key) {
    var value = values.get(option.name());
    // The first field of a name is the experiment's own; others belong to laws beside it.
    if (value == null || !unused.remove(option.name())) {
      return Optional.empty();
    }
    paths.put(path + key, option);
    return Optional.of(option.node(value));
  }

  Node below(String key, Format<?> format, Node node) {
    String outer = path;
    path = outer + key + ".";
    var replaced = format.replace(node, this);
    path = outer;
    return replaced;
  }

  /** The options that no field has. */
  public Set<String> unused() {
    return Set.copyOf(unused);
  }

  /** A complaint about a field that an option replaced names the option. */
  public InvalidInputException named(InvalidInputException e) {
    String field = e.field().replaceFirst("\\[\\d+]$", "");
    for (var replaced : paths.entrySet()) {
      if (field.equals(replaced.getKey())) {
        return e.renamed(replaced.getValue().name());
      }
      if (field.startsWith(replaced.getKey() + ".")) {
        return e.renamed(
            replaced.getValue().named(field.substring(replaced.getKey().length() + 1)));
      }
    }
    return e;
  }
}
