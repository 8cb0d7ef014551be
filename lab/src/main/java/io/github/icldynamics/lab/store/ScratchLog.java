package io.github.icldynamics.lab.store;

import io.github.icldynamics.experiment.Experiment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A log in a temporary folder, for a large run of which nothing is to be kept. */
public final class ScratchLog implements AutoCloseable {
  private final Path folder;
  private final ColumnLog log;

  private ScratchLog(Path folder, ColumnLog log) {
    this.folder = folder;
    this.log = log;
  }

  /** Begins a log; it goes when it is closed or the process ends. */
  public static ScratchLog begin(Experiment experiment) {
    try {
      var folder = Files.createTempDirectory("icl-");
      var scratch =
          new ScratchLog(folder, ColumnLog.begin(folder.resolve(ColumnLog.FILE), experiment));
      Runtime.getRuntime().addShutdownHook(new Thread(scratch::stop));
      return scratch;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return folder;
  }

  /** The finished columns. */
  public ColumnLog log() {
    return log;
  }

  private void stop() {
    if (log.stop().isPresent()) {
      delete();
    }
  }

  @Override
  public void close() {
    log.close();
    delete();
  }

  private void delete() {
    try {
      RunFolder.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
