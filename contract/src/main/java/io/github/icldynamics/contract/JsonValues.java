package io.github.icldynamics.contract;

import io.github.icldynamics.numeric.Vector;
import tools.jackson.databind.JsonNode;

/** Vectors and matrices in reference files, of numbers or of decimal texts. */
public final class JsonValues {
  private JsonValues() {}

  public static double number(JsonNode node) {
    return node.isString() ? Double.parseDouble(node.asString()) : node.asDouble();
  }

  public static Vector vector(JsonNode array) {
    double[] values = new double[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = number(array.get(i));
    }
    return Vector.of(values);
  }

  public static double[][] matrix(JsonNode rows) {
    double[][] matrix = new double[rows.size()][];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = vector(rows.get(i)).toArray();
    }
    return matrix;
  }

  /** The rows one after the other. */
  public static Vector flat(JsonNode rows) {
    double[][] matrix = matrix(rows);
    int size = 0;
    for (double[] row : matrix) {
      size += row.length;
    }
    double[] values = new double[size];
    int next = 0;
    for (double[] row : matrix) {
      for (double value : row) {
        values[next++] = value;
      }
    }
    return Vector.of(values);
  }
}
