package io.github.icldynamics.lab.store;

import io.github.icldynamics.lab.run.Fragments;
import io.github.icldynamics.lab.text.Yaml;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.system.Fragment;
import io.github.icldynamics.system.Part;
import io.github.icldynamics.system.RunPlan;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The finished parts of a run, on disk in the order in which they were finished. Only one process
 * has it at a time; threads may share it. A part is there whole or not at all: what a killed
 * process left at the end is cut off.
 */
public final class PartLog implements Fragments, AutoCloseable {
  static final String FILE = "parts.log";

  private static final String FORMAT = "icl parts 1";

  private final Path path;
  private final List<String> parts;
  private final FragmentCodec codec;
  private final FileChannel channel;
  private final FramedFile frames;
  private final Instant started = Instant.now();
  private final Map<String, Long> positions = new HashMap<>();
  private final Map<Long, Long> sessions = new HashMap<>();
  private long dropped;
  private boolean stopped;

  private PartLog(Path path, RunPlan plan, FileChannel channel) {
    this.path = path;
    this.parts = plan.parts().stream().map(Part::name).toList();
    this.codec = new FragmentCodec(plan.tables());
    this.channel = channel;
    this.frames = new FramedFile(channel);
  }

  /**
   * Begins a log; one that is there is emptied.
   *
   * @throws InvalidInputException if another process has it
   * @throws StorageException if the machine does not let it be written
   */
  static PartLog begin(Path path, Node document, RunPlan plan) {
    var log = open(path, plan);
    try {
      log.begin(head(document, plan));
      return log;
    } catch (IOException e) {
      throw log.unusable(e);
    }
  }

  /**
   * Goes on with a log.
   *
   * @throws InvalidInputException if another process has it, or if it holds parts of another
   *     experiment, with other states, or of another version of the program, which might round
   *     differently
   * @throws StorageException if the machine does not let it be written
   */
  static PartLog resume(Path path, Node document, RunPlan plan) {
    var log = open(path, plan);
    try {
      log.resume(head(document, plan));
      return log;
    } catch (IOException e) {
      throw log.unusable(e);
    }
  }

  private static byte[] head(Node document, RunPlan plan) {
    var wanted = plan.wanted().toString();
    return String.join("\n", FORMAT, Yaml.hash(document), wanted, Provenance.version())
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Whether a log has a head and nothing behind it. */
  static boolean isOnlyHead(FileChannel channel) throws IOException {
    var head = new FramedFile(channel).read(0);
    return head.isPresent()
        && FramedFile.length(head.get()) == channel.size()
        && new String(head.get(), StandardCharsets.UTF_8).startsWith(FORMAT);
  }

  private static PartLog open(Path path, RunPlan plan) {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw RunFolder.refused("must have a file as its log, and " + path + " is none");
    }
    FileChannel channel;
    try {
      channel =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw StorageException.writing(path, e);
    }
    if (!isLocked(channel, path)) {
      throw RunFolder.refused(
          "must not be in use by another process, and " + path.getParent() + " is");
    }
    return new PartLog(path, plan, channel);
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
      throw StorageException.writing(path, e);
    }
  }

  private void begin(byte[] head) throws IOException {
    frames.cut(0);
    frames.append(head);
  }

  private void resume(byte[] head) throws IOException {
    var found = frames.read(0);
    if (found.isEmpty() || !Arrays.equals(found.get(), head)) {
      requireWithoutParts(found, head);
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
    dropped = channel.size() - end;
    frames.cut(end);
  }

  /** Bytes at the end of the log that it was resumed from that were no whole part. */
  long dropped() {
    return dropped;
  }

  /** A log with another head may hold parts that were dear to somebody. */
  private void requireWithoutParts(Optional<byte[]> found, byte[] head) throws IOException {
    long least = FramedFile.length(found.orElse(head));
    if (channel.size() > least) {
      channel.close();
      throw RunFolder.refused(
          "must hold parts of this very run to be gone on with, and %s is damaged, or was written by another version or for other times; --restart drops it"
              .formatted(path));
    }
  }

  /** Lets go of a log that could not be opened. */
  private StorageException unusable(IOException cause) {
    var complaint = StorageException.writing(path, cause);
    try {
      channel.close();
    } catch (IOException e) {
      complaint.addSuppressed(e);
    }
    return complaint;
  }

  /** Whether a frame is a part of the run that was not there before. */
  private boolean index(byte[] content, long position) throws IOException {
    try (var in = new DataInputStream(new ByteArrayInputStream(content))) {
      String part = in.readUTF();
      boolean isNew = parts.contains(part) && positions.putIfAbsent(part, position) == null;
      if (isNew) {
        sessions.merge(in.readLong(), in.readLong(), Math::max);
      }
      return isNew;
    } catch (EOFException | UTFDataFormatException e) {
      // A frame of something else.
      return false;
    }
  }

  @Override
  public synchronized Set<String> kept() {
    return new HashSet<>(positions.keySet());
  }

  /** How many finished parts a later process would find: somebody may have removed the log. */
  synchronized int found() {
    try {
      long size = Files.size(path);
      return (int) positions.values().stream().filter(position -> position < size).count();
    } catch (IOException e) {
      return 0;
    }
  }

  @Override
  public synchronized void keep(String part, Fragment fragment) {
    awaitEndIfStopped();
    try {
      positions.put(part, frames.append(content(part, fragment)));
    } catch (IOException e) {
      throw StorageException.writing(path, e);
    }
  }

  /** The part's name, then which process has made it and how long that had worked by then. */
  private byte[] content(String part, Fragment fragment) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeUTF(part);
      out.writeLong(started.toEpochMilli());
      out.writeLong(Duration.between(started, Instant.now()).toMillis());
      codec.write(fragment, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Override
  public synchronized Fragment read(String part) {
    awaitEndIfStopped();
    Long position = positions.get(part);
    if (position == null) {
      throw new IllegalStateException("no part " + part + " is kept");
    }
    try (var in = new DataInputStream(new ByteArrayInputStream(whole(position)))) {
      in.readUTF();
      in.readLong();
      in.readLong();
      return codec.read(in);
    } catch (IOException e) {
      throw StorageException.reading(path, e);
    }
  }

  private byte[] whole(long position) throws IOException {
    return frames
        .read(position)
        .orElseThrow(() -> new IOException("somebody has changed it while the run was made"));
  }

  /** The names of all parts, in the order in which their rows are stored. */
  List<String> parts() {
    return parts;
  }

  /** When work on the run began, in this process. */
  Instant started() {
    return started;
  }

  /** The time used by this process and by those that had been interrupted. */
  synchronized Duration used() {
    long before = sessions.values().stream().mapToLong(Long::longValue).sum();
    return Duration.between(started, Instant.now()).plusMillis(before);
  }

  /**
   * Ends all work on the log, for the process is about to end: whoever uses it after this waits.
   *
   * @return how many parts are kept; empty if the log was closed before
   */
  synchronized OptionalInt stop() {
    if (!channel.isOpen()) {
      return OptionalInt.empty();
    }
    stopped = true;
    return OptionalInt.of(positions.size());
  }

  /** Threads must not run on into a closed log, and complain, while the process ends. */
  synchronized void awaitEndIfStopped() {
    while (stopped) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while at work", e);
      }
    }
  }

  /**
   * Removes the log: all that it held is elsewhere.
   *
   * @param folder in which it lies by now
   */
  synchronized void delete(Path folder) throws IOException {
    // Before it is unlocked, so that nobody can lock a file that is about to go.
    Files.deleteIfExists(folder.resolve(FILE));
    channel.close();
  }

  /** Lets go of the log, which stays where it is. */
  @Override
  public synchronized void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw StorageException.writing(path, e);
    }
  }
}
