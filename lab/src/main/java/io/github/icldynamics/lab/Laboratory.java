package io.github.icldynamics.lab;

import io.github.icldynamics.classicalclassifiers.ClassicalClassifiers;
import io.github.icldynamics.linearclassification.LinearClassification;
import io.github.icldynamics.softmaxregression.SoftmaxRegression;
import io.github.icldynamics.system.Systems;
import java.util.List;

/** The systems of this laboratory: the one list in which they stand. */
public final class Laboratory {
  private Laboratory() {}

  /** The systems, in the order in which they are offered. */
  public static Systems systems() {
    return new Systems(
        List.of(new SoftmaxRegression(), new LinearClassification(ClassicalClassifiers.all())));
  }
}
