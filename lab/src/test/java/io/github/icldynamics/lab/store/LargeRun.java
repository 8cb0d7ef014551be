package io.github.icldynamics.lab.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.icldynamics.lab.run.Runner;
import io.github.icldynamics.lab.text.Yaml;
import io.github.icldynamics.softmaxregression.SoftmaxRegression;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.system.Fragment;
import io.github.icldynamics.system.Given;
import io.github.icldynamics.system.Part;
import io.github.icldynamics.system.RunPlan;
import io.github.icldynamics.system.TimeScale;
import io.github.icldynamics.system.Wanted;
import io.github.icldynamics.work.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A run just too large to be held in memory, made once without interruption.
 *
 * @param parts what each of its parts has measured
 * @param files what it has written, without what may differ
 */
record LargeRun(Map<String, Fragment> parts, Map<String, byte[]> files) {
  static final int FEATURES = 142;

  static final Given<Experiment> GIVEN =
      given("{tokenLaw: {zipf: {features: 142}}, promptLength: inf, training: {until: 300}}");

  static final RunPlan PLAN = GIVEN.plan(Wanted.whole());

  static Given<Experiment> given(String text) {
    var system = new SoftmaxRegression();
    return new Given<>(system, system.format().read(Yaml.read("test", text)));
  }

  static LargeRun make(Path target) throws IOException {
    var parts = new LinkedHashMap<String, Fragment>();
    try (var folder = RunFolder.begin(target, GIVEN, PLAN)) {
      finish(folder, 2, Progress.none());
      PLAN.parts().forEach(part -> parts.put(part.name(), folder.log().read(part.name())));
      folder.commit();
    }
    return new LargeRun(parts, contents(target));
  }

  /** Makes what is missing, and the files. */
  static void finish(RunFolder folder, int threads, Progress progress) {
    var record = new Runner(GIVEN, PLAN, folder.log(), progress).run(threads);
    var charts = GIVEN.system().charts(record, TimeScale.AUTOMATIC);
    var request = new RunRequest("large", List.of(), TimeScale.AUTOMATIC, false);
    RunStore.write(GIVEN.system(), record, charts, Map.of(), request, threads, folder);
  }

  /** What a folder holds, without what may differ. */
  static Map<String, byte[]> contents(Path folder) throws IOException {
    var contents = new TreeMap<String, byte[]>();
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        if (!file.endsWith("provenance.json")) {
          contents.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
        }
      }
    }
    return contents;
  }

  /** The first names of parts. */
  List<String> first(int number) {
    return PLAN.parts().stream().map(Part::name).limit(number).toList();
  }

  /** Keeps the first parts in a log. */
  void keep(int number, PartLog log) {
    first(number).forEach(part -> log.keep(part, fragment(part)));
  }

  Fragment fragment(String part) {
    return Objects.requireNonNull(parts.get(part));
  }

  void requireSame(Path target) throws IOException {
    var found = contents(target);
    assertEquals(files.keySet(), found.keySet());
    found.forEach((name, bytes) -> assertArrayEquals(file(name), bytes, name));
  }

  byte[] file(String name) {
    return Objects.requireNonNull(files.get(name));
  }

  List<String> lines(String name) {
    return new String(file(name), StandardCharsets.UTF_8).lines().toList();
  }
}
