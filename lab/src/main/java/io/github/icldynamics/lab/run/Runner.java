package io.github.icldynamics.lab.run;

import io.github.icldynamics.record.RunRecord;
import io.github.icldynamics.record.Table;
import io.github.icldynamics.record.TableBuilder;
import io.github.icldynamics.record.TableForm;
import io.github.icldynamics.system.Given;
import io.github.icldynamics.system.Part;
import io.github.icldynamics.system.RunPlan;
import io.github.icldynamics.system.Wanted;
import io.github.icldynamics.work.Progress;
import io.github.icldynamics.work.Workforce;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Carries out the parts of a run that are still missing, and puts them together. */
public final class Runner {
  private final Given<?> given;
  private final RunPlan plan;
  private final Fragments fragments;
  private final Progress progress;
  private double done;
  private double all;

  /**
   * A run to be made.
   *
   * @param fragments where its parts are kept; those that are there are not made again
   * @param progress told the share of the missing work that is done, from any thread
   */
  public Runner(Given<?> given, RunPlan plan, Fragments fragments, Progress progress) {
    this.given = given;
    this.plan = plan;
    this.fragments = fragments;
    this.progress = progress;
  }

  /** The record of a run of which nothing is stored. */
  public static RunRecord record(Given<?> given, Wanted wanted, int threads, Progress progress) {
    return new Runner(given, given.plan(wanted), new HeldFragments(), progress).run(threads);
  }

  /**
   * Makes what is missing.
   *
   * @param threads at least 1; the record does not depend on it
   */
  public RunRecord run(int threads) {
    var kept = fragments.kept();
    var missing = plan.parts().stream().filter(part -> !kept.contains(part.name())).toList();
    all = missing.stream().mapToDouble(Part::cost).sum();
    try (var workers = new Workers(threads)) {
      if (missing.size() == 1) {
        make(missing.getFirst(), workers, progress);
      } else {
        progress.doing("making " + missing.size() + " parts");
        // The longest begin, so that all threads end together.
        workers.inOrder(
            missing.stream()
                .sorted(Comparator.comparingDouble(Part::cost).reversed())
                .<Supplier<String>>map(part -> () -> makeAlone(part))
                .toList());
      }
    }
    return given.record(plan, tables());
  }

  private String makeAlone(Part part) {
    make(part, Workforce.alone(), whereabouts());
    report(part.cost());
    return part.name();
  }

  /** Of parts that are made at once, each tells where it is, and nothing of its share. */
  private Progress whereabouts() {
    return new Progress() {
      @Override
      public void report(double share) {}

      @Override
      public void at(double iterations, String quantity, double value) {
        progress.at(iterations, quantity, value);
      }
    };
  }

  private void make(Part part, Workforce workforce, Progress within) {
    fragments.keep(part.name(), part.work().make(workforce, within));
  }

  private synchronized void report(double cost) {
    done += cost;
    progress.report(Math.min(1, done / all));
  }

  /** The rows of all parts, table by table. */
  private List<Table> tables() {
    var builders = plan.tables().stream().map(TableForm::begin).toList();
    for (var part : plan.parts()) {
      var tables = fragments.read(part.name()).tables();
      for (int i = 0; i < builders.size(); i++) {
        builders.get(i).all(tables.get(i));
      }
    }
    return builders.stream().map(TableBuilder::table).toList();
  }
}
