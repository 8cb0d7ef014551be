package io.github.icldynamics.lab.store;

import io.github.icldynamics.record.RunRecord;
import io.github.icldynamics.schema.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where and when a run was made: what may differ between two runs of one experiment. */
public final class Provenance {
  private Provenance() {}

  /** The program's version, from its archive. */
  public static String version() {
    String version = Provenance.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /** The provenance of a run whose last part has just been finished. */
  static Node of(RunRecord record, int threads, PartLog log) {
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
    return new Node.Mapping(entries);
  }

  private static String machine() {
    return System.getProperty("os.name") + " " + System.getProperty("os.arch");
  }

  /** Every seed that decides the run, by its field. */
  private static Node seeds(Node experiment) {
    var seeds = new LinkedHashMap<String, Node>();
    collectSeeds("", experiment, seeds);
    return new Node.Mapping(seeds);
  }

  private static void collectSeeds(String path, Node node, Map<String, Node> seeds) {
    if (node instanceof Node.Mapping(var entries)) {
      entries.forEach(
          (key, value) -> {
            if (key.equals("seed")) {
              seeds.put(path + key, value);
            }
            collectSeeds(path + key + ".", value, seeds);
          });
    }
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
