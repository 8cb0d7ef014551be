package io.github.icldynamics.linearclassification.network;

import io.github.icldynamics.schema.InvalidInputException;

/** How the network is told a class, and how it reads its answer off the last column. */
public enum LabelCode {
  /** Two classes as −1 and +1 in one row; the answer is {@code P(1) = σ(z)}. */
  SIGNS {
    @Override
    int rows(int classes) {
      if (classes != 2) {
        throw new InvalidInputException("classes", "must be 2 for labels ±1, not " + classes);
      }
      return 1;
    }

    @Override
    void write(int label, double[][] embedding, int firstRow, int column) {
      embedding[firstRow][column] = 2 * label - 1;
    }

    @Override
    double[] logits(double[] outputs) {
      return new double[] {0, outputs[0]};
    }
  },
  /** Any number of classes as unit vectors; the answer is the softmax. */
  ONE_HOT {
    @Override
    int rows(int classes) {
      return classes;
    }

    @Override
    void write(int label, double[][] embedding, int firstRow, int column) {
      embedding[firstRow + label][column] = 1;
    }

    @Override
    double[] logits(double[] outputs) {
      return outputs;
    }
  };

  abstract int rows(int classes);

  abstract void write(int label, double[][] embedding, int firstRow, int column);

  /** What the probabilities of the classes are the softmax of. */
  abstract double[] logits(double[] outputs);
}
