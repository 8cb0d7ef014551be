package io.github.icldynamics.numeric;

import org.hipparchus.util.FastMath;

/** {@code P_j ∝ e^{z_j}}. */
public final class Softmax {
  private Softmax() {}

  /** The probabilities of logits. */
  public static Vector of(double[] logits) {
    return Vector.of(inPlace(logits.clone()));
  }

  /** {@code −ln P_j}, also where P_j is below what a double can hold. */
  public static double loss(double[] logits, int j) {
    int greatest = 0;
    for (int k = 1; k < logits.length; k++) {
      greatest = logits[k] > logits[greatest] ? k : greatest;
    }
    double others = 0;
    for (int k = 0; k < logits.length; k++) {
      others += k == greatest ? 0 : FastMath.exp(logits[k] - logits[greatest]);
    }
    return logits[greatest] - logits[j] + FastMath.log1p(others);
  }

  /** Turns logits into probabilities. */
  public static double[] inPlace(double[] logits) {
    double largest = largest(logits);
    double total = 0;
    for (int j = 0; j < logits.length; j++) {
      logits[j] = FastMath.exp(logits[j] - largest);
      total += logits[j];
    }
    for (int j = 0; j < logits.length; j++) {
      logits[j] /= total;
    }
    return logits;
  }

  /** The largest of some logits, which taken from them all keeps their exponentials in range. */
  public static double largest(double[] logits) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double logit : logits) {
      largest = Math.max(largest, logit);
    }
    return largest;
  }
}
