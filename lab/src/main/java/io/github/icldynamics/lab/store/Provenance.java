package io.github.icldynamics.lab.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where and when a run was made: what may differ between two runs of one experiment.
 *
 * @param started the wall clock at the start
 * @param used time used for the computation
 * @param threads threads used
 */
public record Provenance(Instant started, Duration used, int threads) {
  /** The program's version, from its archive. */
  public static String version() {
    String version = Provenance.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  ObjectNode tree() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("program", "icl-dynamics")
        .put("version", version())
        .put("started", started.toString())
        .put("secondsUsed", used.toNanos() / 1e9)
        .put("threads", threads)
        .put("jdk", Runtime.version().toString())
        .put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"))
        .put("cpu", processor())
        .putNull("seed");
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
