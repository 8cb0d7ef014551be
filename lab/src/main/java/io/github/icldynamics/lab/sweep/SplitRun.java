package io.github.icldynamics.lab.sweep;

import io.github.icldynamics.lab.run.HeldFragments;
import io.github.icldynamics.lab.run.Runner;
import io.github.icldynamics.lab.store.FragmentCodec;
import io.github.icldynamics.lab.store.RunText;
import io.github.icldynamics.lab.text.Yaml;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.system.Given;
import io.github.icldynamics.system.Part;
import io.github.icldynamics.system.RunPlan;
import io.github.icldynamics.system.Systems;
import io.github.icldynamics.system.Wanted;
import io.github.icldynamics.work.Progress;
import io.github.icldynamics.work.Workforce;
import java.util.List;
import java.util.Map;

/**
 * A large run of a sweep whose parts are made apart, on other machines perhaps: the columns of a
 * heterogeneous law, randomised replicates, seeds. Put together they are the run, to the bit.
 */
public final class SplitRun {
  private final Given<?> given;
  private final RunPlan plan;
  private final FragmentCodec codec;

  private SplitRun(Given<?> given) {
    this.given = given;
    this.plan = given.plan(Wanted.summary());
    this.codec = new FragmentCodec(plan.tables());
  }

  /**
   * A run by the text of its experiment.
   *
   * @throws InvalidInputException if it cannot be planned
   */
  public static SplitRun of(Systems systems, String experiment) {
    return new SplitRun(systems.read(Yaml.read("experiment", experiment)));
  }

  /** The names of its parts. */
  public List<String> parts() {
    return plan.parts().stream().map(Part::name).toList();
  }

  /** What one part has measured, as bytes. */
  public byte[] make(String part) {
    return plan.parts().stream()
        .filter(each -> each.name().equals(part))
        .findFirst()
        .map(each -> codec.bytes(each.work().make(Workforce.alone(), Progress.none())))
        .orElseThrow(() -> new IllegalArgumentException("no part is called " + part));
  }

  /** The run, once all its parts are made. */
  public FinishedRun together(Map<String, byte[]> made) {
    var fragments = new HeldFragments();
    made.forEach((part, bytes) -> fragments.keep(part, codec.fragment(bytes)));
    return FinishedRun.of(RunText.of(new Runner(given, plan, fragments, Progress.none()).run(1)));
  }
}
