package io.github.icldynamics.lab.sweep;

import io.github.icldynamics.lab.run.Runner;
import io.github.icldynamics.lab.store.RunText;
import io.github.icldynamics.lab.store.StorageException;
import io.github.icldynamics.lab.text.Yaml;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.system.Given;
import io.github.icldynamics.system.Systems;
import io.github.icldynamics.system.Wanted;
import io.github.icldynamics.work.Progress;

/** One run of a sweep, from the text of its experiment: the same bits wherever it is made. */
public final class SingleRun {
  private SingleRun() {}

  /**
   * Makes it. What goes wrong in it goes wrong in it alone, and is told in its place.
   *
   * @param experiment its canonical text
   * @param threads at least 1
   */
  public static FinishedRun of(Systems systems, String experiment, int threads, Progress progress) {
    var given = systems.read(Yaml.read("experiment", experiment));
    return FinishedRun.of(made(given, threads, progress));
  }

  private static RunText made(Given<?> given, int threads, Progress progress) {
    try {
      return RunText.of(Runner.record(given, Wanted.summary(), threads, progress));
    } catch (StorageException e) {
      throw e;
    } catch (InvalidInputException e) {
      return RunText.failed(given.document(), String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      return RunText.failed(given.document(), "internal error: " + e);
    }
  }
}
