package io.github.icldynamics.lab.runs;

import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.schema.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which runs are meant: {@code tokenLaw.imbalanced.features >= 1e6 and outcome = converged}.
 * Comparisons of a field of the experiment, a fact or a landmark with a number or a word, put
 * together by {@code and}, {@code or}, {@code not} and brackets.
 */
public sealed interface Condition {
  /** A comparison. */
  record Comparison(String name, Relation relation, String value) implements Condition {}

  /** Both. */
  record And(Condition left, Condition right) implements Condition {}

  /** One of the two, or both. */
  record Or(Condition left, Condition right) implements Condition {}

  /** Not that. */
  record Not(Condition inner) implements Condition {}

  /** Any run. */
  record Always() implements Condition {}

  /** How two values are to be. */
  enum Relation {
    EQUAL("="),
    DIFFERENT("<>"),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">=");

    private static final Map<String, Relation> WORDS =
        Map.of(
            "=", EQUAL, "==", EQUAL, "!=", DIFFERENT, "<>", DIFFERENT, "<", LESS, "<=", AT_MOST,
            ">", GREATER, ">=", AT_LEAST);

    private final String sql;

    Relation(String sql) {
      this.sql = sql;
    }

    String sql() {
      return sql;
    }
  }

  /**
   * Reads a condition.
   *
   * @throws InvalidInputException under the name of the option, if it is none
   */
  static Condition of(String option, String text) {
    try {
      return new Parser(text).whole();
    } catch (InvalidInputException e) {
      throw e.under(option);
    }
  }

  /** Reads from left to right; a method for each level of binding. */
  final class Parser {
    private static final Pattern TOKEN =
        Pattern.compile("\\s*(\"[^\"]*\"|'[^']*'|<=|>=|!=|<>|==|=|<|>|\\(|\\)|[^\\s\"'<>=!()]+)");

    private final List<String> tokens = new ArrayList<>();
    private static final int MOST_TERMS = 500;

    private int at;
    private int depth;

    Parser(String text) {
      var matcher = TOKEN.matcher(text);
      int end = 0;
      while (end < text.length() && matcher.find(end) && matcher.start() == end) {
        tokens.add(matcher.group(1));
        end = matcher.end();
      }
      if (!text.substring(end).isBlank()) {
        throw refused(text.substring(end));
      }
    }

    Condition whole() {
      var condition = either();
      if (at < tokens.size()) {
        throw refused(tokens.get(at));
      }
      return condition;
    }

    private Condition either() {
      var left = both();
      while (isWord("or")) {
        at++;
        left = new Or(left, both());
      }
      return left;
    }

    private Condition both() {
      var left = one();
      while (isWord("and")) {
        at++;
        left = new And(left, one());
      }
      return left;
    }

    private Condition one() {
      depth++;
      if (depth > MOST_TERMS) {
        throw refused("the " + MOST_TERMS + "th comparison");
      }
      if (isWord("not")) {
        at++;
        return new Not(one());
      }
      if (isWord("(")) {
        at++;
        var inner = either();
        if (!isWord(")")) {
          throw refused(at < tokens.size() ? tokens.get(at) : "");
        }
        at++;
        return inner;
      }
      return comparison();
    }

    private Condition comparison() {
      String name = next();
      String sign = next();
      var relation = Relation.WORDS.get(sign);
      if (relation == null) {
        throw refused(sign);
      }
      return new Comparison(unquoted(name), relation, unquoted(next()));
    }

    private boolean isWord(String word) {
      return at < tokens.size() && tokens.get(at).toLowerCase(Locale.ROOT).equals(word);
    }

    private String next() {
      if (at == tokens.size()) {
        throw refused("");
      }
      return tokens.get(at++);
    }

    private static String unquoted(String token) {
      boolean isQuoted = token.startsWith("\"") || token.startsWith("'");
      return isQuoted ? token.substring(1, token.length() - 1) : token;
    }

    private static InvalidInputException refused(String token) {
      String given = token.isEmpty() ? "its end" : new Node.Text(Words.clipped(token)).given();
      return new InvalidInputException(
          "",
          "must be a condition such as tokenLaw.imbalanced.features >= 1e6 and outcome = converged,"
              + " which it is not at "
              + given);
    }
  }
}
