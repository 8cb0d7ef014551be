package io.github.icldynamics.classicalclassifiers;

import io.github.icldynamics.linearclassification.comparison.PromptClassifier;
import io.github.icldynamics.linearclassification.law.LabelledPrompt;
import io.github.icldynamics.schema.InvalidInputException;
import libsvm.svm;
import org.tribuo.classification.libsvm.LibSVMClassificationTrainer;
import org.tribuo.classification.libsvm.SVMClassificationType;
import org.tribuo.classification.libsvm.SVMClassificationType.SVMMode;
import org.tribuo.common.libsvm.SVMParameters;

/**
 * The support vector machine: minimises {@code ½|w|² + C Σ_i max(0, 1 − s_i(wᵀφ(x_i) + b))} in the
 * kernel's space; of more than two classes, one against one, and the most votes win.
 *
 * <p>Tribuo trains one of them at a time, whatever the number of threads.
 *
 * @param cost C > 0, finite; of the linear kernel it counts at most as 100/v, for entries of
 *     variance v over the prompt
 */
public record SupportVectorMachine(Kernel kernel, double cost) implements PromptClassifier {
  private static final double CACHE_IN_MEGABYTES = 16;

  /**
   * A greater C v changes two answers in 10⁴ of 50 tokens, and of classes that overlap the solver
   * then takes seconds a prompt until it gives up.
   */
  private static final double GREATEST_COST_TIMES_VARIANCE = 100;

  static {
    // The library reports every training on standard output, and can be told otherwise only so.
    svm.svm_set_print_string_function(text -> {});
  }

  public SupportVectorMachine {
    if (!(cost > 0 && cost < Double.POSITIVE_INFINITY)) {
      throw new InvalidInputException("cost", "must be positive and finite, not " + cost);
    }
  }

  /** With C = 1. */
  public static SupportVectorMachine usual(Kernel kernel) {
    return new SupportVectorMachine(kernel, 1);
  }

  @Override
  public String title() {
    return "Support vector machine, " + kernel.adjective();
  }

  @Override
  public Rule fit(LabelledPrompt prompt) {
    var parameters = new SVMParameters<>(new SVMClassificationType(SVMMode.C_SVC), kernel.type());
    parameters.setCost(effectiveCost(prompt));
    parameters.setGamma(Kernel.rate(prompt));
    parameters.setCacheSize(CACHE_IN_MEGABYTES);
    return TrainedRule.fit(new LibSVMClassificationTrainer(parameters, TrainedRule.SEED), prompt);
  }

  private double effectiveCost(LabelledPrompt prompt) {
    return switch (kernel) {
      case LINEAR -> Math.min(cost, GREATEST_COST_TIMES_VARIANCE / Kernel.variance(prompt));
      // γ scales the tokens already
      case GAUSSIAN -> cost;
    };
  }
}
