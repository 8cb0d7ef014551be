package io.github.icldynamics.classicalclassifiers;

import io.github.icldynamics.linearclassification.comparison.PromptClassifier;
import java.util.List;

/** The classifiers of this module with their usual constants. */
public final class ClassicalClassifiers {
  private ClassicalClassifiers() {}

  /** All of them, in the order in which they are compared. */
  public static List<PromptClassifier> all() {
    return List.of(
        LogisticRegression.usual(),
        new NearestNeighbours(),
        SupportVectorMachine.usual(Kernel.LINEAR),
        SupportVectorMachine.usual(Kernel.GAUSSIAN));
  }
}
