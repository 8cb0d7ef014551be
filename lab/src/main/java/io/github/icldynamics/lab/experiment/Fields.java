package io.github.icldynamics.lab.experiment;

import io.github.icldynamics.prompt.InvalidInputException;
import io.github.icldynamics.prompt.PromptLength;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * One node of an input document, with its path, so that every complaint can name the field. A node
 * is read as what it must be; anything else is bad input.
 */
public final class Fields {
  /** YAML's other words for null. */
  private static final Set<String> YAML_NULLS = Set.of("~", "Null", "NULL");

  private final JsonNode node;
  private final String path;

  private Fields(JsonNode node, String path) {
    this.node = node;
    this.path = path;
  }

  /** The whole document. */
  public static Fields root(JsonNode node) {
    return new Fields(node, "");
  }

  /** The path of this node, empty for the document. */
  public String path() {
    return path;
  }

  /** Requires a mapping whose keys are all among {@code known}. */
  public Fields mapping(Collection<String> known) {
    if (!node.isObject()) {
      throw bad("must be a mapping with keys among " + String.join(", ", known));
    }
    for (String key : node.propertyNames()) {
      if (!known.contains(key)) {
        throw new InvalidInputException(
            childPath(key),
            "is not a known key"
                + NearestName.of(key, known)
                    .map(name -> "; did you mean " + name + "?")
                    .orElse(""));
      }
    }
    return this;
  }

  /** The value of a key, if it is given and not null. */
  public Optional<Fields> get(String key) {
    var child = node.get(key);
    return child == null || child.isNull() || isYamlNull(child)
        ? Optional.empty()
        : Optional.of(new Fields(child, childPath(key)));
  }

  private static boolean isYamlNull(JsonNode node) {
    return node.isString() && YAML_NULLS.contains(node.asString());
  }

  /** The value of a key that must be given. */
  public Fields require(String key) {
    return get(key)
        .orElseThrow(() -> new InvalidInputException(childPath(key), "is required but not given"));
  }

  /** The keys of a mapping. */
  public List<String> keys() {
    return List.copyOf(node.propertyNames());
  }

  public boolean isMapping() {
    return node.isObject();
  }

  /** Whether this is true or false. */
  public boolean truth() {
    if (!node.isBoolean()) {
      throw bad("must be true or false");
    }
    return node.asBoolean();
  }

  public boolean isList() {
    return node.isArray();
  }

  public boolean isText(String text) {
    return node.isString() && node.asString().equals(text);
  }

  /** The elements of a list, each with its index in its path. */
  public List<Fields> list() {
    if (!node.isArray()) {
      throw bad("must be a list");
    }
    var elements = new ArrayList<Fields>(node.size());
    for (int i = 0; i < node.size(); i++) {
      elements.add(new Fields(node.get(i), path + "[" + i + "]"));
    }
    return elements;
  }

  /** A word among {@code known}. */
  public String word(Collection<String> known) {
    if (node.isString() && known.contains(node.asString())) {
      return node.asString();
    }
    throw bad("must be " + alternatives(List.copyOf(known)));
  }

  /** The words of a list as a sentence names them. */
  public static String alternatives(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  public double number() {
    return Numbers.finite(path, scalar("must be a finite number"));
  }

  public long whole() {
    return Numbers.whole(path, scalar("must be a whole number"));
  }

  public PromptLength promptLength() {
    return Numbers.promptLength(path, scalar("must be a whole number from 1 to 1e18, or inf"));
  }

  /** A list of numbers. */
  public double[] numbers() {
    return list().stream().mapToDouble(Fields::number).toArray();
  }

  /** A list of lists of numbers. */
  public double[][] rows() {
    return list().stream().map(Fields::numbers).toArray(double[][]::new);
  }

  /** Reads something from this node; complaints about it get this node's path in front. */
  public <T> T under(Function<Fields, T> read) {
    try {
      return read.apply(new Fields(node, ""));
    } catch (InvalidInputException e) {
      throw path.isEmpty() ? e : e.under(path);
    }
  }

  /** A complaint about this node that ends with what was given. */
  public InvalidInputException bad(String rule) {
    return new InvalidInputException(path, rule + ", not " + given());
  }

  private String scalar(String rule) {
    if (node.isNumber() || node.isString()) {
      return node.asString();
    }
    throw bad(rule);
  }

  private String given() {
    if (node.isObject()) {
      return "a mapping";
    }
    if (node.isArray()) {
      return "a list";
    }
    return node.isNull() || node.isMissingNode() ? "nothing" : node.asString();
  }

  private String childPath(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
