package io.github.icldynamics.lab.sweep;

import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.schema.Words;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.util.FastMath;

/** Reads an {@link Expression} from left to right; a method for each level of binding. */
final class ExpressionParser {
  private static final Map<String, DoubleUnaryOperator> OF_ONE =
      Map.of(
          "sqrt", FastMath::sqrt,
          "ln", FastMath::log,
          "log10", FastMath::log10,
          "log2", x -> FastMath.log(2, x),
          "exp", FastMath::exp,
          "abs", FastMath::abs,
          "floor", FastMath::floor,
          "ceil", FastMath::ceil,
          "round", FastMath::rint);

  private static final Map<String, DoubleBinaryOperator> OF_TWO =
      Map.of("min", FastMath::min, "max", FastMath::max);

  private final String text;
  private static final int DEEPEST = 50;

  private int at;
  private int depth;

  ExpressionParser(String text) {
    this.text = text;
  }

  Expression.Term whole() {
    var sum = sum();
    if (peek() != 0) {
      throw refused();
    }
    return sum;
  }

  private Expression.Term sum() {
    var left = product();
    while (peek() == '+' || peek() == '-') {
      char sign = take();
      var right = product();
      left =
          sign == '+'
              ? new Expression.Term.OfTwo(Double::sum, left, right)
              : new Expression.Term.OfTwo((a, b) -> a - b, left, right);
    }
    return left;
  }

  private Expression.Term product() {
    var left = signed();
    while (peek() == '*' || peek() == '/') {
      char sign = take();
      var right = signed();
      left =
          sign == '*'
              ? new Expression.Term.OfTwo((a, b) -> a * b, left, right)
              : new Expression.Term.OfTwo((a, b) -> a / b, left, right);
    }
    return left;
  }

  private Expression.Term signed() {
    if (peek() == '-') {
      take();
      depth++;
      if (depth > DEEPEST) {
        throw refused();
      }
      return new Expression.Term.OfOne(x -> -x, signed());
    }
    return power();
  }

  /** Powers of powers bind to the right, as in print. */
  private Expression.Term power() {
    var base = atom();
    if (peek() != '^') {
      return base;
    }
    take();
    return new Expression.Term.OfTwo(FastMath::pow, base, signed());
  }

  private Expression.Term atom() {
    char next = peek();
    if (next == '(') {
      return bracketed();
    }
    if (Character.isDigit(next) || next == '.') {
      return number();
    }
    if (Character.isLetter(next)) {
      return named();
    }
    throw refused();
  }

  private Expression.Term bracketed() {
    require('(');
    depth++;
    if (depth > DEEPEST) {
      throw refused();
    }
    var inner = sum();
    depth--;
    require(')');
    return inner;
  }

  private Expression.Term number() {
    int from = at;
    while (at < text.length() && isOfNumber(from)) {
      at++;
    }
    try {
      return new Expression.Term.Constant(Double.parseDouble(text.substring(from, at)));
    } catch (NumberFormatException e) {
      throw refused();
    }
  }

  private boolean isOfNumber(int from) {
    char c = text.charAt(at);
    boolean isExponent = c == 'e' || c == 'E';
    boolean isSign = (c == '-' || c == '+') && at > from && isExponent(text.charAt(at - 1));
    return c == '.' || isDigit(c) || isExponent || isSign;
  }

  private static boolean isExponent(char c) {
    return c == 'e' || c == 'E';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private Expression.Term named() {
    int from = at;
    while (at < text.length() && isOfName(text.charAt(at))) {
      at++;
    }
    String name = text.substring(from, at);
    return peek() == '(' ? function(name) : new Expression.Term.Name(name);
  }

  /** Fields are paths with indices; symbols have subscripts. */
  private static boolean isOfName(char c) {
    boolean isSubscript = c >= '\u2080' && c <= '\u2089';
    return Character.isLetterOrDigit(c) || isSubscript || ".[]_".indexOf(c) >= 0;
  }

  private Expression.Term function(String name) {
    var ofOne = OF_ONE.get(name);
    if (ofOne != null) {
      return new Expression.Term.OfOne(ofOne, bracketed());
    }
    var ofTwo = OF_TWO.get(name);
    if (ofTwo == null) {
      throw unknownFunction(name);
    }
    require('(');
    var left = sum();
    require(',');
    var right = sum();
    require(')');
    return new Expression.Term.OfTwo(ofTwo, left, right);
  }

  private static InvalidInputException unknownFunction(String name) {
    var known = new TreeSet<>(OF_ONE.keySet());
    known.addAll(OF_TWO.keySet());
    return new InvalidInputException(
        "",
        "has the functions %s, not %s".formatted(String.join(", ", known), Words.clipped(name)));
  }

  private char peek() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private char take() {
    char next = peek();
    at++;
    return next;
  }

  private void require(char sign) {
    if (peek() != sign) {
      throw refused();
    }
    at++;
  }

  private InvalidInputException refused() {
    String rule = "must be a number or an expression of other fields such as K^2";
    String place = at >= text.length() ? "its end" : "character " + (at + 1);
    return new InvalidInputException(
        "", rule + ", not " + new Node.Text(text).given() + ", which is none at " + place);
  }
}
