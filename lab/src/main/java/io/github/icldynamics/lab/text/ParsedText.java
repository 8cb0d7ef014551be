package io.github.icldynamics.lab.text;

import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.core.JsonParser;

/** A document that knows the text it was read from, for complaints that say where it is wrong. */
public final class ParsedText {
  private final String source;
  private final Node document;
  private final Supplier<JsonParser> parser;

  /**
   * @param source what to call the text in complaints
   * @param parser of the text, from its beginning
   */
  ParsedText(String source, Node document, Supplier<JsonParser> parser) {
    this.source = source;
    this.document = document;
    this.parser = parser;
  }

  /** The document. */
  public Node document() {
    return document;
  }

  /**
   * What is made of the document.
   *
   * @throws InvalidInputException as the reading throws it, with the place in the text
   */
  public <T> T read(Function<Node, T> reading) {
    try {
      return reading.apply(document);
    } catch (InvalidInputException e) {
      if (e.field().isEmpty()) {
        throw e.renamed(source);
      }
      throw placeOf(e.field()).map(place -> e.saying("(" + source + ", " + place + ")")).orElse(e);
    }
  }

  /** Where a field stands, or else the innermost of those around it, if there is one. */
  private Optional<Place> placeOf(String field) {
    String sought = "/" + field.replace("].", "/").replace("]", "").replaceAll("[.\\[]", "/");
    String pointer = sought.replace("//", "/");
    Optional<Place> nearest = Optional.empty();
    int length = 0;
    try (var tokens = parser.get()) {
      while (length < pointer.length() && tokens.nextToken() != null) {
        String here = tokens.streamReadContext().pathAsPointer().toString();
        if (here.length() > length && (pointer + "/").startsWith(here + "/")) {
          length = here.length();
          var location = tokens.currentTokenLocation();
          nearest = Optional.of(new Place(location.getLineNr(), location.getColumnNr()));
        }
      }
    }
    return nearest;
  }
}
