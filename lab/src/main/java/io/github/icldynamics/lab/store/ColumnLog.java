package io.github.icldynamics.lab.store;

import io.github.icldynamics.experiment.Experiment;
import io.github.icldynamics.lab.experiment.ExperimentFile;
import io.github.icldynamics.lab.run.ColumnRecord;
import io.github.icldynamics.lab.run.RunResult;
import io.github.icldynamics.prompt.InvalidInputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The finished columns of a large run, on disk in the order in which they were finished. Only one
 * process has it at a time; threads may share it. A record is there whole or not at all: what a
 * killed process left at the end is cut off.
 */
public final class ColumnLog implements AutoCloseable {
  static final String FILE = "columns.part";

  private static final String FORMAT = "icl columns 1";

  private final Path path;
  private final List<Long> queries;
  private final FileChannel channel;
  private final FramedFile frames;
  private final Map<Long, Long> positions = new HashMap<>();
  private boolean stopped;

  private ColumnLog(Path path, List<Long> queries, FileChannel channel) {
    this.path = path;
    this.queries = queries;
    this.channel = channel;
    this.frames = new FramedFile(channel);
  }

  /**
   * Begins a log; one that is there is emptied.
   *
   * @throws InvalidInputException if another process has it, or it cannot be written
   */
  public static ColumnLog begin(Path path, Experiment experiment) {
    var log = open(path, experiment);
    log.begin(head(experiment));
    return log;
  }

  /**
   * Goes on with a log. One of another experiment or another version of the program, which might
   * round differently, is begun anew.
   *
   * @throws InvalidInputException if another process has it, or it cannot be written
   */
  public static ColumnLog resume(Path path, Experiment experiment) {
    var log = open(path, experiment);
    log.resume(head(experiment));
    return log;
  }

  private static byte[] head(Experiment experiment) {
    return String.join("\n", FORMAT, ExperimentFile.hash(experiment), Provenance.version())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static ColumnLog open(Path path, Experiment experiment) {
    FileChannel channel;
    try {
      channel =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw notWritable(path);
    }
    if (!isLocked(channel, path)) {
      throw new InvalidInputException(
          "run folder", "must not be in use by another process, and " + path.getParent() + " is");
    }
    return new ColumnLog(path, experiment.features(), channel);
  }

  /** Whether the lock was to be had, on a file that nobody has removed meanwhile. */
  private static boolean isLocked(FileChannel channel, Path path) {
    try {
      if (channel.tryLock() != null && Files.exists(path)) {
        return true;
      }
      channel.close();
      return false;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      throw notWritable(path);
    }
  }

  private void begin(byte[] head) {
    try {
      frames.cut(0);
      frames.append(head);
    } catch (IOException e) {
      throw notWritable(path);
    }
  }

  private void resume(byte[] head) {
    try {
      var found = frames.read(0);
      if (found.isEmpty() || !Arrays.equals(found.get(), head)) {
        begin(head);
        return;
      }
      long end = FramedFile.length(head);
      for (var next = frames.read(end); next.isPresent(); next = frames.read(end)) {
        if (!index(next.get(), end)) {
          break;
        }
        end += FramedFile.length(next.get());
      }
      frames.cut(end);
    } catch (IOException e) {
      throw notWritable(path);
    }
  }

  private boolean index(byte[] content, long position) {
    long query = ColumnCodec.decode(content).summary().query();
    return queries.contains(query) && positions.putIfAbsent(query, position) == null;
  }

  /** The queries whose columns are kept. */
  public synchronized Set<Long> kept() {
    return new HashSet<>(positions.keySet());
  }

  /** How many queries there are in all. */
  public int all() {
    return queries.size();
  }

  /** Keeps a column. */
  public synchronized void append(ColumnRecord column) {
    awaitEndIfStopped();
    try {
      positions.put(column.summary().query(), frames.append(ColumnCodec.encode(column)));
    } catch (IOException e) {
      throw notWritable(path);
    }
  }

  /** The record of a query that is kept. */
  public synchronized ColumnRecord read(long query) {
    awaitEndIfStopped();
    Long position = positions.get(query);
    if (position == null) {
      throw new IllegalStateException("no column of query " + query + " is kept");
    }
    try {
      return ColumnCodec.decode(frames.read(position).orElseThrow());
    } catch (IOException e) {
      throw notWritable(path);
    }
  }

  /** How the experiment came out, once all columns are kept. */
  public RunResult result(Experiment experiment) {
    return new RunResult(experiment, queries.stream().map(query -> read(query).summary()).toList());
  }

  /**
   * Ends all work on the log, for the process is about to end: whoever uses it after this waits.
   *
   * @return how many columns are kept; empty if the log was closed before
   */
  public synchronized OptionalInt stop() {
    if (!channel.isOpen()) {
      return OptionalInt.empty();
    }
    stopped = true;
    return OptionalInt.of(positions.size());
  }

  /** Threads must not run on into a closed log, and complain, while the process ends. */
  private void awaitEndIfStopped() {
    while (stopped) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while at work", e);
      }
    }
  }

  /** Removes the log: all that it held is elsewhere. */
  synchronized void delete() {
    awaitEndIfStopped();
    try {
      // Before it is unlocked, so that nobody can lock a file that is about to go.
      Files.delete(path);
      channel.close();
    } catch (IOException e) {
      throw notWritable(path);
    }
  }

  /** Lets go of the log, which stays where it is. */
  @Override
  public synchronized void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw notWritable(path);
    }
  }

  private static InvalidInputException notWritable(Path path) {
    return new InvalidInputException(
        "run folder", "must be a folder that can be written, not " + path.getParent());
  }
}
