package io.github.icldynamics.lab.plug;

import io.github.icldynamics.lab.SystemContract;
import io.github.icldynamics.system.Systems;
import java.util.List;

/** A system is a plug: this one is held to all that the others are. */
class NoisyQuadraticTest extends SystemContract {
  @Override
  protected Systems systems() {
    return new Systems(List.of(new NoisyQuadratic()));
  }
}
