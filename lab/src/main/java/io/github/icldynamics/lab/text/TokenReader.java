package io.github.icldynamics.lab.text;

import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Makes a document of the tokens of a text; numbers stay as they were written. What no experiment
 * has (names for values, deep nests, keys like novels) is refused where it stands.
 */
final class TokenReader {
  private static final int DEEPEST = 50;
  private static final int LONGEST_KEY = 200;

  private static final Pattern NUMERAL =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

  /** YAML's other words for null. */
  private static final Set<String> YAML_NULLS = Set.of("~", "Null", "NULL");

  private final String source;
  private final JsonParser parser;
  private int depth;

  private TokenReader(String source, JsonParser parser) {
    this.source = source;
    this.parser = parser;
  }

  /**
   * The one document of a text.
   *
   * @param source what to call the text in complaints
   * @return no value for a text without tokens
   * @throws tools.jackson.core.JacksonException if the text is none
   */
  static Node read(String source, JsonParser parser) {
    var reader = new TokenReader(source, parser);
    if (parser.nextToken() == null) {
      return new Node.Nothing();
    }
    var document = reader.value();
    if (parser.nextToken() != null) {
      throw reader.refused("must hold one document, but another begins");
    }
    return document;
  }

  /** The value whose first token has just been read. */
  static Node valueAt(String source, JsonParser parser) {
    return new TokenReader(source, parser).value();
  }

  private Node value() {
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      throw refused("must give values themselves, not by the alias *" + parser.getString());
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> nested(this::mapping);
      case START_ARRAY -> nested(this::items);
      case VALUE_TRUE -> new Node.Truth(true);
      case VALUE_FALSE -> new Node.Truth(false);
      case VALUE_NULL -> new Node.Nothing();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Node.Text(number());
      default -> text(parser.getString());
    };
  }

  private static Node text(String text) {
    return YAML_NULLS.contains(text) ? new Node.Nothing() : new Node.Text(text);
  }

  /** What YAML writes in other ways than everybody, as the parser understands it. */
  private String number() {
    String written = parser.getString();
    if (NUMERAL.matcher(written).matches()) {
      return written;
    }
    return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        ? parser.getBigIntegerValue().toString()
        : Double.toString(parser.getDoubleValue());
  }

  private interface Nest {
    Node read();
  }

  private Node nested(Nest nest) {
    if (depth == DEEPEST) {
      throw refused("must nest no deeper than " + DEEPEST + " levels, but does");
    }
    depth++;
    var read = nest.read();
    depth--;
    return read;
  }

  private Node mapping() {
    var entries = new LinkedHashMap<String, Node>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = key();
      if (entries.containsKey(key)) {
        throw refused("must give every key once, but " + key + " comes again");
      }
      parser.nextToken();
      entries.put(key, value());
    }
    return new Node.Mapping(entries);
  }

  private String key() {
    String key = parser.currentName();
    if (key.length() > LONGEST_KEY) {
      throw refused(
          "must have keys of up to %s characters, but one of %s begins"
              .formatted(LONGEST_KEY, key.length()));
    }
    return key;
  }

  private Node items() {
    var items = new ArrayList<Node>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value());
    }
    return new Node.Items(items);
  }

  private InvalidInputException refused(String problem) {
    var location = parser.currentTokenLocation();
    var place = new Place(location.getLineNr(), location.getColumnNr());
    return new InvalidInputException(source, problem + " at " + place);
  }
}
