package io.github.icldynamics.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/**
 * What an inquiry has observed, each with what the statement predicts of it, whatever its constants
 * are: put down in one go while it is measured, and judged as often as there are constants.
 */
public final class Observations implements Judgement {
  private final String title;
  private final Exhibit.Axis x;
  private final Exhibit.Axis y;
  private final List<Function<Constants, Check>> checks = new ArrayList<>();
  private final List<Function<Constants, Check>> partChecks = new ArrayList<>();
  private final List<BiConsumer<Constants, Picture>> strokes = new ArrayList<>();
  private final List<LocalExponents> exponents = new ArrayList<>();
  private String range = "";

  private Observations(String title, Exhibit.Axis x, Exhibit.Axis y) {
    this.title = title;
    this.x = x;
    this.y = y;
  }

  /** Begins with nothing observed; title and axes are those of the exhibit. */
  public static Observations of(String title, Exhibit.Axis x, Exhibit.Axis y) {
    return new Observations(title, x, y);
  }

  /** {@code x} is within a tolerance of a constant. */
  public Observations near(String name, double x, String constant, double tolerance) {
    return near(name, Quantity.exactly(x), stated -> stated.get(constant), tolerance);
  }

  /** {@code x} is within a tolerance of a constant. */
  public Observations near(String name, Quantity x, String constant, double tolerance) {
    return near(name, x, stated -> stated.get(constant), tolerance);
  }

  /** {@code x} is within a tolerance of what constants make of it. */
  public Observations near(
      String name, double x, ToDoubleFunction<Constants> expected, double tolerance) {
    return near(name, Quantity.exactly(x), expected, tolerance);
  }

  /** {@code x} is within a tolerance of what constants make of it. */
  public Observations near(
      String name, Quantity x, ToDoubleFunction<Constants> expected, double tolerance) {
    return check(stated -> Check.near(name, x, expected.applyAsDouble(stated), tolerance));
  }

  /** {@code x} is at most a constant. */
  public Observations atMost(String name, double x, String constant) {
    return atMost(name, Quantity.exactly(x), stated -> stated.get(constant));
  }

  /** {@code x} is at most a constant. */
  public Observations atMost(String name, Quantity x, String constant) {
    return atMost(name, x, stated -> stated.get(constant));
  }

  /** {@code x} is at most what constants make of it. */
  public Observations atMost(String name, double x, ToDoubleFunction<Constants> expected) {
    return atMost(name, Quantity.exactly(x), expected);
  }

  /** {@code x} is at most what constants make of it. */
  public Observations atMost(String name, Quantity x, ToDoubleFunction<Constants> expected) {
    return check(stated -> Check.atMost(name, x, expected.applyAsDouble(stated)));
  }

  /** {@code x} is at least a constant. */
  public Observations atLeast(String name, double x, String constant) {
    return atLeast(name, Quantity.exactly(x), stated -> stated.get(constant));
  }

  /** {@code x} is at least a constant. */
  public Observations atLeast(String name, Quantity x, String constant) {
    return atLeast(name, x, stated -> stated.get(constant));
  }

  /** {@code x} is at least what constants make of it. */
  public Observations atLeast(String name, double x, ToDoubleFunction<Constants> expected) {
    return atLeast(name, Quantity.exactly(x), expected);
  }

  /** {@code x} is at least what constants make of it. */
  public Observations atLeast(String name, Quantity x, ToDoubleFunction<Constants> expected) {
    return check(stated -> Check.atLeast(name, x, expected.applyAsDouble(stated)));
  }

  /** Something observed that is compared in a way of its own. */
  public Observations check(Function<Constants, Check> check) {
    (range.isEmpty() ? checks : partChecks).add(check);
    return this;
  }

  /** Measured values, to be drawn. */
  public Observations points(String label, List<? extends Number> at, List<Double> values) {
    return draw((stated, picture) -> picture.points(label, at, values));
  }

  /** A measured curve, to be drawn. */
  public Observations curve(String label, List<? extends Number> at, List<Double> values) {
    return draw((stated, picture) -> picture.curve(label, at, values));
  }

  /** What is predicted there, to be drawn. */
  public Observations law(
      String label, List<? extends Number> at, ToDoubleBiFunction<Constants, Double> prediction) {
    return draw(
        (stated, picture) ->
            picture.law(label, at, value -> prediction.applyAsDouble(stated, value)));
  }

  /** Something drawn in a way of its own, after what has been drawn so far. */
  public Observations draw(BiConsumer<Constants, Picture> stroke) {
    strokes.add(stroke);
    return this;
  }

  /** Beside what is drawn, with which power it grows. */
  public Observations growth(LocalExponents local) {
    exponents.add(local);
    return this;
  }

  /**
   * What is observed from here on is of a part of the range, on which the statement may hold by
   * itself.
   *
   * @param part which one, as in {@link Restriction}
   */
  public Observations onlyOn(String part) {
    if (!range.isEmpty()) {
      throw new IllegalStateException("A statement is restricted to one part of its range");
    }
    range = part;
    return this;
  }

  @Override
  public Evidence judge(Constants constants) {
    var picture = Picture.of(title, x, y);
    strokes.forEach(stroke -> stroke.accept(constants, picture));
    var restriction =
        partChecks.isEmpty()
            ? Optional.<Restriction>empty()
            : Optional.of(new Restriction(range, judged(partChecks, constants)));
    var exhibits = new ArrayList<>(List.of(picture.exhibit()));
    exponents.forEach(local -> local.beside(exhibits.getFirst()).ifPresent(exhibits::add));
    return new Evidence(judged(checks, constants), restriction, exhibits);
  }

  private static List<Check> judged(List<Function<Constants, Check>> checks, Constants constants) {
    return checks.stream().map(check -> check.apply(constants)).toList();
  }
}
