package io.github.icldynamics.spark;

import io.github.icldynamics.lab.Laboratory;
import io.github.icldynamics.lab.sweep.FinishedRun;
import io.github.icldynamics.lab.sweep.SingleRun;
import io.github.icldynamics.lab.sweep.SplitRun;
import io.github.icldynamics.work.Progress;
import java.io.Serializable;
import java.util.Base64;

/**
 * What a machine is asked to do: a run, or a part of one. It is shipped as texts.
 *
 * @param job which of the runs of a batch
 * @param experiment its canonical text
 * @param part the name of the part; empty: the whole run
 */
record SparkTask(int job, String experiment, String part) implements Serializable {
  /** What came out. */
  sealed interface Done extends Serializable {
    /** A run, as its hash and text. */
    record Whole(String hash, String text) implements Done {
      FinishedRun run() {
        return new FinishedRun(hash, text);
      }
    }

    /** A part of one that could not be made: the run as a whole will say why. */
    record Failed(int job) implements Done {}

    /** A part of one, as bytes in base 64. */
    record Piece(int job, String part, String encoded) implements Done {
      byte[] bytes() {
        return Base64.getDecoder().decode(encoded);
      }
    }
  }

  Done carryOut() {
    var systems = Laboratory.systems();
    if (part.isEmpty()) {
      var run = SingleRun.of(systems, experiment, 1, Progress.none());
      return new Done.Whole(run.hash(), run.text());
    }
    try {
      byte[] bytes = SplitRun.of(systems, experiment).make(part);
      return new Done.Piece(job, part, Base64.getEncoder().encodeToString(bytes));
    } catch (RuntimeException e) {
      return new Done.Failed(job);
    }
  }
}
