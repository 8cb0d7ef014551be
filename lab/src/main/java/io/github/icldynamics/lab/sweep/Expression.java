package io.github.icldynamics.lab.sweep;

import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.schema.Words;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.hipparchus.util.FastMath;

/**
 * A number worked out from the numbers of other fields, such as {@code K^2} or {@code
 * 2*promptLength/ln(K)}: with {@code + - * / ^}, brackets, and functions of one or two numbers. The
 * same bits on any machine.
 *
 * @param text as it was written
 */
record Expression(String text, Term term) {
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

  /** A piece of an expression. */
  sealed interface Term {
    double value(ToDoubleFunction<String> numbers);

    /** The names in it. */
    Stream<String> names();

    /** A number. */
    record Constant(double constant) implements Term {
      @Override
      public double value(ToDoubleFunction<String> numbers) {
        return constant;
      }

      @Override
      public Stream<String> names() {
        return Stream.empty();
      }
    }

    /** The number of a name. */
    record Name(String name) implements Term {
      @Override
      public double value(ToDoubleFunction<String> numbers) {
        return numbers.applyAsDouble(name);
      }

      @Override
      public Stream<String> names() {
        return Stream.of(name);
      }
    }

    /** A function of another piece. */
    record OfOne(DoubleUnaryOperator function, Term inner) implements Term {
      @Override
      public double value(ToDoubleFunction<String> numbers) {
        return function.applyAsDouble(inner.value(numbers));
      }

      @Override
      public Stream<String> names() {
        return inner.names();
      }
    }

    /** A function of two other pieces. */
    record OfTwo(DoubleBinaryOperator function, Term left, Term right) implements Term {
      @Override
      public double value(ToDoubleFunction<String> numbers) {
        return function.applyAsDouble(left.value(numbers), right.value(numbers));
      }

      @Override
      public Stream<String> names() {
        return Stream.concat(left.names(), right.names());
      }
    }
  }

  /**
   * Reads an expression.
   *
   * @throws InvalidInputException without a field, if it is none
   */
  static Expression of(String text) {
    return new Expression(text.strip(), new Parser(text).whole());
  }

  /** Its value, given those of the names. */
  double value(ToDoubleFunction<String> numbers) {
    return term.value(numbers);
  }

  /** The names in it. */
  List<String> names() {
    return term.names().distinct().toList();
  }

  /** Reads from left to right; a method for each level of binding. */
  private static final class Parser {
    private final String text;
    private static final int DEEPEST = 50;

    private int at;
    private int depth;

    Parser(String text) {
      this.text = text;
    }

    Term whole() {
      var sum = sum();
      if (peek() != 0) {
        throw refused();
      }
      return sum;
    }

    private Term sum() {
      var left = product();
      while (peek() == '+' || peek() == '-') {
        char sign = take();
        var right = product();
        left =
            sign == '+'
                ? new Term.OfTwo(Double::sum, left, right)
                : new Term.OfTwo((a, b) -> a - b, left, right);
      }
      return left;
    }

    private Term product() {
      var left = signed();
      while (peek() == '*' || peek() == '/') {
        char sign = take();
        var right = signed();
        left =
            sign == '*'
                ? new Term.OfTwo((a, b) -> a * b, left, right)
                : new Term.OfTwo((a, b) -> a / b, left, right);
      }
      return left;
    }

    private Term signed() {
      if (peek() == '-') {
        take();
        depth++;
        if (depth > DEEPEST) {
          throw refused();
        }
        return new Term.OfOne(x -> -x, signed());
      }
      return power();
    }

    /** Powers of powers bind to the right, as in print. */
    private Term power() {
      var base = atom();
      if (peek() != '^') {
        return base;
      }
      take();
      return new Term.OfTwo(FastMath::pow, base, signed());
    }

    private Term atom() {
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

    private Term bracketed() {
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

    private Term number() {
      int from = at;
      while (at < text.length() && isOfNumber(from)) {
        at++;
      }
      try {
        return new Term.Constant(Double.parseDouble(text.substring(from, at)));
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

    private Term named() {
      int from = at;
      while (at < text.length() && isOfName(text.charAt(at))) {
        at++;
      }
      String name = text.substring(from, at);
      return peek() == '(' ? function(name) : new Term.Name(name);
    }

    /** Fields are paths with indices; symbols have subscripts. */
    private static boolean isOfName(char c) {
      boolean isSubscript = c >= '\u2080' && c <= '\u2089';
      return Character.isLetterOrDigit(c) || isSubscript || ".[]_".indexOf(c) >= 0;
    }

    private Term function(String name) {
      var ofOne = OF_ONE.get(name);
      if (ofOne != null) {
        return new Term.OfOne(ofOne, bracketed());
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
      return new Term.OfTwo(ofTwo, left, right);
    }

    private static InvalidInputException unknownFunction(String name) {
      var known = new TreeSet<>(OF_ONE.keySet());
      known.addAll(new TreeMap<>(OF_TWO).keySet());
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
}
