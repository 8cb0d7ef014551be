package io.github.icldynamics.lab.text;

import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Words;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/**
 * Why a text is no document, and where. What people are known to get wrong is looked for in the
 * text itself: a parser stumbles later, over something else.
 */
record SyntaxFault(String text, JacksonException cause) {
  private static final Pattern LEADING_TAB = Pattern.compile("(?m)^[ ]*\\t");
  private static final Pattern COMMENT = Pattern.compile("(?m)(?:^|[\\s,{\\[])(//|/\\*)");
  private static final Pattern HASH = Pattern.compile("(?m)(?:^|\\s)#");
  private static final Pattern TRAILING_COMMA = Pattern.compile(",(?=\\s*[]}])");

  /** JSON that cannot be read. */
  InvalidInputException inJson(String source) {
    return refused(source, "must be JSON", oddCharacter().or(this::commentInJson));
  }

  /** YAML that cannot be read. */
  InvalidInputException inYaml(String source) {
    return refused(source, "must be YAML or JSON", oddCharacter().or(this::tab).or(this::slashes));
  }

  private record Finding(String what, Place place) {}

  private InvalidInputException refused(String source, String rule, Optional<Finding> known) {
    var finding = known.orElseGet(this::asToldByTheParser);
    return new InvalidInputException(
        source, rule + ", but at " + finding.place + " " + finding.what);
  }

  private Optional<Finding> oddCharacter() {
    for (int i = 0; i < text.length(); i++) {
      var name = Words.oddSpace(text.charAt(i));
      if (name.isPresent()) {
        return found(i, "has " + name.get() + "; write a plain space");
      }
    }
    return Optional.empty();
  }

  private Optional<Finding> tab() {
    return found(LEADING_TAB, 0, "is indented by a tab; YAML wants spaces")
        .filter(finding -> finding.place.line() <= place().line() + 1);
  }

  private Optional<Finding> slashes() {
    return found(COMMENT, 1, "has a comment that YAML does not know; begin it with #");
  }

  private Optional<Finding> commentInJson() {
    return found(COMMENT, 1, "has a comment, which JSON does not know; take it out")
        .or(() -> found(HASH, 0, "has a comment, which JSON does not know; take it out"))
        .or(() -> found(TRAILING_COMMA, 0, "has a comma before a closing bracket; take it out"));
  }

  private Optional<Finding> found(Pattern pattern, int group, String what) {
    var matcher = pattern.matcher(text);
    return matcher.find()
        ? found(group == 0 ? matcher.end() - 1 : matcher.start(group), what)
        : Optional.empty();
  }

  private Optional<Finding> found(int index, String what) {
    return Optional.of(new Finding(what, Place.of(text, index)));
  }

  private Finding asToldByTheParser() {
    boolean ended = cause instanceof UnexpectedEndOfInputException;
    return new Finding(
        ended ? "it ends before every bracket and quote is closed" : problem(), place());
  }

  private String problem() {
    if (cause.getCause() instanceof MarkedYamlEngineException marked) {
      return "the parser says: " + Words.clipped(marked.getProblem());
    }
    String message = String.valueOf(cause.getOriginalMessage()).lines().findFirst().orElse("");
    // What a parser says of its own settings helps nobody.
    String first = message.split("[:;]| \\(from ", 2)[0];
    return first.isBlank() || first.contains("java.")
        ? "a value cannot be read"
        : "the parser says: " + Words.clipped(first);
  }

  private Place place() {
    if (cause.getCause() instanceof MarkedYamlEngineException marked
        && marked.getProblemMark().isPresent()) {
      var mark = marked.getProblemMark().get();
      return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }
    var location = cause.getLocation();
    return location == null || location.getLineNr() < 1
        ? Place.of(text, text.length())
        : new Place(location.getLineNr(), Math.max(1, location.getColumnNr()));
  }
}
