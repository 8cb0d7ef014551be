package io.github.icldynamics.classicalclassifiers;

import io.github.icldynamics.linearclassification.law.LabelledPrompt;
import org.tribuo.common.libsvm.KernelType;

/** The similarity of two tokens by which a support vector machine works. */
public enum Kernel {
  /** {@code xᵀz}. */
  LINEAR("linear", KernelType.LINEAR),
  /** {@code e^{−γ|x − z|²}}, with {@code γ = 1/(d v)} for entries of variance v over the prompt. */
  GAUSSIAN("Gaussian", KernelType.RBF);

  private final String adjective;
  private final KernelType type;

  Kernel(String adjective, KernelType type) {
    this.adjective = adjective;
    this.type = type;
  }

  String adjective() {
    return adjective;
  }

  KernelType type() {
    return type;
  }

  /** γ: the inverse of d times the variance of all entries of all tokens; 1/d if they are equal. */
  static double rate(LabelledPrompt prompt) {
    return 1 / (prompt.dimension() * variance(prompt));
  }

  /** v: the variance of all entries of all tokens about their mean; 1 if they are equal. */
  static double variance(LabelledPrompt prompt) {
    int entries = prompt.size() * prompt.dimension();
    double mean = 0;
    for (var token : prompt.tokens()) {
      for (int k = 0; k < token.size(); k++) {
        mean += token.get(k) / entries;
      }
    }
    double variance = 0;
    for (var token : prompt.tokens()) {
      for (int k = 0; k < token.size(); k++) {
        variance += (token.get(k) - mean) * (token.get(k) - mean) / entries;
      }
    }
    return variance > 0 ? variance : 1;
  }
}
