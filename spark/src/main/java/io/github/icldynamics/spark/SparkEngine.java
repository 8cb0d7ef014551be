package io.github.icldynamics.spark;

import io.github.icldynamics.lab.store.StorageException;
import io.github.icldynamics.lab.sweep.FinishedRun;
import io.github.icldynamics.lab.sweep.SingleRun;
import io.github.icldynamics.lab.sweep.SplitRun;
import io.github.icldynamics.lab.sweep.SweepEngine;
import io.github.icldynamics.lab.sweep.SweepEngines;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.system.Systems;
import io.github.icldynamics.work.Progress;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction1;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * Runs carried out by Apache Spark. Experiments go out as texts and runs come back as texts, many
 * small ones to a task; of few large ones the parts go out one by one. What a lost machine had is
 * made again by another, to the same bits.
 */
final class SparkEngine implements SweepEngine {
  /** So many runs go out at once: more would have to be held until all are done. */
  private static final int BATCH = 20_000;

  /** So many tasks for each core: the longest tasks then end not long after the others. */
  private static final int TASKS_A_CORE = 8;

  private static final int LARGEST_TASK = 64;

  private final JavaSparkContext context;
  private final Systems systems;

  private SparkEngine(JavaSparkContext context, Systems systems) {
    this.context = context;
    this.systems = systems;
  }

  /** Opens Spark, on the machine itself if no master is named. */
  static SparkEngine open(SweepEngines.Request request) {
    var configuration = new SparkConf().setAppName("icl sweep");
    request.master().ifPresent(configuration::setMaster);
    if (!configuration.contains("spark.master")) {
      configuration.setMaster(
          request.workers().isPresent()
              ? "local[" + request.workers().getAsInt() + "]"
              : "local[*]");
    }
    request
        .workers()
        .ifPresent(cores -> configuration.set("spark.cores.max", Integer.toString(cores)));
    configuration.setIfMissing("spark.ui.enabled", "false");
    configuration.setIfMissing("spark.log.level", "ERROR");
    configuration.setIfMissing("spark.task.maxFailures", "8");
    var own = JavaSparkContext.jarOfClass(SparkEngine.class);
    if (own != null && own.length > 0 && !configuration.contains("spark.jars")) {
      configuration.setJars(own);
    }
    return new SparkEngine(connected(configuration), request.systems());
  }

  private static JavaSparkContext connected(SparkConf configuration) {
    try {
      return new JavaSparkContext(configuration);
    } catch (Exception e) {
      // Scala's methods do not say which checked exceptions they throw.
      throw new InvalidInputException(
          "--master",
          "must be the address of a Spark cluster that answers, or local[*], not %s (%s)"
              .formatted(configuration.get("spark.master", "nothing"), firstLine(e)));
    }
  }

  @Override
  public void carryOut(Iterator<String> jobs, Consumer<FinishedRun> done) {
    while (jobs.hasNext()) {
      var batch = new ArrayList<String>();
      while (jobs.hasNext() && batch.size() < BATCH) {
        batch.add(jobs.next());
      }
      carryOut(new Batch(batch, done));
    }
  }

  private static void carryOut(Batch batch) {
    try {
      batch.carryOut();
    } catch (StorageException | InvalidInputException e) {
      throw e;
    } catch (Exception e) {
      // What went wrong while a result was taken comes wrapped.
      if (e.getCause() instanceof StorageException taking) {
        throw taking;
      }
      throw StorageException.opening("what Spark has made", new IOException(firstLine(e), e));
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  /** Runs that are out at once. */
  private final class Batch {
    private final List<String> experiments;
    private final Consumer<FinishedRun> done;
    private final Map<Integer, SplitRun> split = new HashMap<>();
    private final Map<Integer, Map<String, byte[]>> parts = new HashMap<>();

    Batch(List<String> experiments, Consumer<FinishedRun> done) {
      this.experiments = experiments;
      this.done = done;
    }

    void carryOut() {
      var tasks = tasks();
      int cores = Math.max(1, context.defaultParallelism());
      int least = Math.ceilDiv(tasks.size(), LARGEST_TASK);
      int slices = Math.min(tasks.size(), Math.max(least, cores * TASKS_A_CORE));
      var distributed = context.parallelize(tasks, slices).rdd();
      context
          .sc()
          .<SparkTask, List<SparkTask.Done>>runJob(
              distributed,
              new Work(),
              new Delivery(this::take),
              ClassTag$.MODULE$.apply(List.class));
    }

    /** Of few runs the parts go out one by one. */
    private List<SparkTask> tasks() {
      boolean isFew = experiments.size() < context.defaultParallelism() * TASKS_A_CORE;
      var tasks = new ArrayList<SparkTask>();
      for (int job = 0; job < experiments.size(); job++) {
        String experiment = experiments.get(job);
        var names = isFew ? partsOf(job, experiment) : List.<String>of();
        if (names.size() < 2) {
          tasks.add(new SparkTask(job, experiment, ""));
        } else {
          for (String name : names) {
            tasks.add(new SparkTask(job, experiment, name));
          }
        }
      }
      return tasks;
    }

    private List<String> partsOf(int job, String experiment) {
      try {
        var run = SplitRun.of(systems, experiment);
        split.put(job, run);
        return run.parts();
      } catch (InvalidInputException e) {
        // The run itself will say so.
        return List.of();
      }
    }

    private void take(List<SparkTask.Done> results) {
      for (var result : results) {
        switch (result) {
          case SparkTask.Done.Whole whole -> done.accept(whole.run());
          case SparkTask.Done.Piece piece -> take(piece);
          case SparkTask.Done.Failed(int job) -> fail(job);
        }
      }
    }

    private void take(SparkTask.Done.Piece piece) {
      var made = parts.computeIfAbsent(piece.job(), _ -> new HashMap<>());
      made.put(piece.part(), piece.bytes());
      var run = split.get(piece.job());
      if (run != null && made.size() == run.parts().size()) {
        split.remove(piece.job());
        parts.remove(piece.job());
        done.accept(run.together(made));
      }
    }

    /** As it fails on one machine, once. */
    private void fail(int job) {
      if (split.remove(job) != null) {
        done.accept(SingleRun.of(systems, experiments.get(job), 1, Progress.none()));
      }
    }
  }

  /** What each machine does with its share. */
  private static final class Work
      extends AbstractFunction1<scala.collection.Iterator<SparkTask>, List<SparkTask.Done>>
      implements Serializable {
    private static final long serialVersionUID = 1;

    @Override
    public List<SparkTask.Done> apply(scala.collection.Iterator<SparkTask> tasks) {
      var results = new ArrayList<SparkTask.Done>();
      while (tasks.hasNext()) {
        results.add(tasks.next().carryOut());
      }
      return results;
    }
  }

  /** Who takes the results of a share as soon as they are there, one share at a time. */
  private static final class Delivery
      extends AbstractFunction2<Object, List<SparkTask.Done>, BoxedUnit> {
    private final Consumer<List<SparkTask.Done>> taker;

    Delivery(Consumer<List<SparkTask.Done>> taker) {
      this.taker = taker;
    }

    @Override
    public BoxedUnit apply(Object slice, List<SparkTask.Done> results) {
      taker.accept(results);
      return BoxedUnit.UNIT;
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
