package io.github.icldynamics.lab;

import io.github.icldynamics.linearclassification.LinearClassification;
import io.github.icldynamics.system.LearningSystem;
import io.github.icldynamics.system.Systems;
import java.util.List;

/** All systems of the laboratory are held to what is true of every system. */
class SystemContractTest extends SystemContract {
  @Override
  protected Systems systems() {
    return new Systems(Laboratory.systems().all().stream().map(SystemContractTest::quick).toList());
  }

  /** Classical classifiers take seconds, and their own tests hold them to equal bits. */
  private static LearningSystem<?> quick(LearningSystem<?> system) {
    return system instanceof LinearClassification ? new LinearClassification(List.of()) : system;
  }
}
