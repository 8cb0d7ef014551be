package io.github.icldynamics.lab.sweep;

import io.github.icldynamics.schema.InvalidInputException;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * A number worked out from the numbers of other fields, such as {@code K^2} or {@code
 * 2*promptLength/ln(K)}: with {@code + - * / ^}, brackets, and functions of one or two numbers. The
 * same bits on any machine.
 *
 * @param text as it was written
 */
record Expression(String text, Term term) {
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
    return new Expression(text.strip(), new ExpressionParser(text).whole());
  }

  /** Its value, given those of the names. */
  double value(ToDoubleFunction<String> numbers) {
    return term.value(numbers);
  }

  /** The names in it. */
  List<String> names() {
    return term.names().distinct().toList();
  }
}
