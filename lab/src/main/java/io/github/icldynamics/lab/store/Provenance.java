package io.github.icldynamics.lab.store;

import io.github.icldynamics.lab.text.Json;
import io.github.icldynamics.record.RunRecord;
import io.github.icldynamics.schema.Leaves;
import io.github.icldynamics.schema.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;

/** Where and when a run was made: what may differ between two runs of one experiment. */
public final class Provenance {
  static final String NAME = "provenance.json";

  private Provenance() {}

  /** The program's version, from its archive. */
  public static String version() {
    String version = Provenance.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /** The provenance of a run whose last part has just been finished. */
  static Node of(RunRecord record, RunRequest request, int threads, PartLog log) {
    var entries = new LinkedHashMap<String, Node>();
    entries.put("program", new Node.Text("icl-dynamics"));
    entries.put("version", new Node.Text(version()));
    entries.put("system", new Node.Text(record.system()));
    entries.put("started", new Node.Text(log.started().toString()));
    entries.put("secondsUsed", new Node.Real(log.used().toMillis() / 1e3));
    entries.put("threads", new Node.Whole(threads));
    entries.put("jdk", new Node.Text(Runtime.version().toString()));
    entries.put("machine", new Node.Text(machine()));
    entries.put("cpu", new Node.Text(processor()));
    entries.put("seeds", seeds(record.experiment()));
    entries.put("request", RunRequest.FORMAT.write(request));
    return new Node.Mapping(entries);
  }

  /** Where a run folder keeps its provenance. */
  public static Path in(Path folder) {
    return folder.resolve(NAME);
  }

  /**
   * What was asked for of the run in a folder; no value if it does not say so.
   *
   * @throws StorageException if it cannot be read
   */
  public static Optional<RunRequest> requestOf(Path folder) {
    var file = in(folder);
    try {
      var request = Json.entries(file.toString(), Files.readString(file), Set.of("request"));
      return Optional.ofNullable(request.get("request")).map(RunRequest.FORMAT::read);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw StorageException.reading(file, e);
    }
  }

  private static String machine() {
    return System.getProperty("os.name") + " " + System.getProperty("os.arch");
  }

  /** Every seed that decides the run, by its field. */
  private static Node seeds(Node experiment) {
    var seeds = new LinkedHashMap<>(Leaves.of(experiment));
    seeds.keySet().removeIf(path -> !path.equals("seed") && !path.endsWith(".seed"));
    return new Node.Mapping(seeds);
  }

  private static String processor() {
    var cpuinfo = Path.of("/proc/cpuinfo");
    try (var lines = Files.lines(cpuinfo)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException | RuntimeException e) {
      return "unknown";
    }
  }
}
