package io.github.icldynamics.lab.text;

import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Documents to and from JSON, to files and to the screen alike. */
public final class Json {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final JsonMapper MAPPER =
      JsonMapper.builder(JsonFactory.builder().streamReadConstraints(InputText.LIMITS).build())
          .build();

  private static final ObjectWriter WRITER = MAPPER.writerWithDefaultPrettyPrinter();

  private Json() {}

  /**
   * Reads one JSON document.
   *
   * @param source what to call the text in complaints
   */
  public static Node read(String source, String text) {
    return parse(source, text).document();
  }

  /** The same, with where everything stands. */
  public static ParsedText parse(String source, String marked) {
    String text = marked.startsWith(BYTE_ORDER_MARK) ? marked.substring(1) : marked;
    if (text.isBlank()) {
      throw new InvalidInputException(source, "must hold a JSON document, but is empty");
    }
    try (var parser = MAPPER.createParser(text)) {
      var document = TokenReader.read(source, parser);
      return new ParsedText(source, document, () -> MAPPER.createParser(text));
    } catch (JacksonException e) {
      throw new SyntaxFault(text, e).inJson(source);
    }
  }

  /**
   * Some entries of a document that is a mapping; reading ends when all of them are there, so that
   * the rest of a long text costs nothing.
   *
   * @param source what to call the text in complaints
   */
  public static Map<String, Node> entries(String source, String text, Set<String> wanted) {
    var entries = new LinkedHashMap<String, Node>();
    try (var parser = MAPPER.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new InvalidInputException(source, "must hold a mapping");
      }
      while (entries.size() < wanted.size() && parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String key = parser.currentName();
        parser.nextToken();
        if (wanted.contains(key)) {
          entries.put(key, TokenReader.valueAt(source, parser));
        } else {
          parser.skipChildren();
        }
      }
      return entries;
    } catch (JacksonException e) {
      throw new SyntaxFault(text, e).inJson(source);
    }
  }

  /** The text of a document, without a final line break. */
  public static String text(Node document) {
    return WRITER.writeValueAsString(JsonTree.of(document));
  }

  /** The text of a document in one line. */
  public static String line(Node document) {
    return MAPPER.writeValueAsString(JsonTree.of(document));
  }
}
