package io.github.icldynamics.numeric;

import java.util.Arrays;
import java.util.List;

/** An immutable vector of doubles, equal by content (bit by bit, as {@link Double#equals}). */
public final class Vector {
  private final double[] values;

  private Vector(double[] values) {
    this.values = values;
  }

  /** The vector of these entries; the array is copied. */
  public static Vector of(double... entries) {
    return new Vector(entries.clone());
  }

  /** The vector of the numbers in a list. */
  public static Vector copyOf(List<? extends Number> numbers) {
    return new Vector(numbers.stream().mapToDouble(Number::doubleValue).toArray());
  }

  /** The zero vector of {@code size} entries. */
  public static Vector zero(int size) {
    return new Vector(new double[size]);
  }

  /** Entry {@code index}, counted from 0. */
  public double get(int index) {
    return values[index];
  }

  public int size() {
    return values.length;
  }

  /** A fresh copy of the entries. */
  public double[] toArray() {
    return values.clone();
  }

  /** {@code Σ v_i w_i}, summed in order. */
  public double dot(Vector other) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * other.values[i];
    }
    return sum;
  }

  /** {@code v + factor w}. */
  public Vector plus(double factor, Vector other) {
    double[] sum = values.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * other.values[i];
    }
    return new Vector(sum);
  }

  /** The largest absolute value, 0 for an empty vector. */
  public double maximumNorm() {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Vector vector && Arrays.equals(values, vector.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }

  /** The entries as a list. */
  public List<Double> toList() {
    return Arrays.stream(values).boxed().toList();
  }
}
