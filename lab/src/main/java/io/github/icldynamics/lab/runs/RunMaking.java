package io.github.icldynamics.lab.runs;

import io.github.icldynamics.chart.Chart;
import io.github.icldynamics.lab.paper.LatexTable;
import io.github.icldynamics.lab.paper.PaperFiles;
import io.github.icldynamics.lab.run.Runner;
import io.github.icldynamics.lab.store.RunFolder;
import io.github.icldynamics.lab.store.RunRequest;
import io.github.icldynamics.lab.store.RunStore;
import io.github.icldynamics.record.RunRecord;
import io.github.icldynamics.system.Given;
import io.github.icldynamics.system.RunPlan;
import io.github.icldynamics.system.TimeScale;
import io.github.icldynamics.system.Wanted;
import io.github.icldynamics.work.Progress;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A run folder to be made: all that decides its files.
 *
 * @param name of the run, which its report begins with
 * @param times at which states are shown
 * @param scale how its pictures space time
 * @param isForPaper whether figures for a paper are among its files
 */
public record RunMaking(
    Given<?> given, String name, List<Double> times, TimeScale scale, boolean isForPaper) {
  public RunMaking {
    times = List.copyOf(times);
  }

  /** What is to be done. */
  public RunPlan plan() {
    return given.plan(new Wanted(times, Wanted.Detail.WHOLE));
  }

  /**
   * Makes the run and its files, and gives the folder its name.
   *
   * @param plan as of {@link #plan}
   * @param folder opened for the plan
   * @param threads at least 1; no file depends on it
   */
  public RunRecord make(RunPlan plan, RunFolder folder, int threads, Progress progress) {
    var record = new Runner(given, plan, folder.log(), progress).run(threads);
    progress.doing("drawing");
    var charts = given.system().charts(record, scale);
    RunStore.write(
        given.system(), record, charts, besides(record, charts), request(), threads, folder);
    folder.commit();
    return record;
  }

  private Map<String, Supplier<byte[]>> besides(RunRecord record, Map<String, Chart> charts) {
    if (!isForPaper) {
      return Map.of();
    }
    var report = given.system().report(record, name, times);
    return PaperFiles.of(charts).with(PaperFiles.TABLE, LatexTable.of(report)).all();
  }

  private RunRequest request() {
    return new RunRequest(name, times, scale, isForPaper);
  }
}
