package io.github.icldynamics.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.icldynamics.lab.command.Icl;
import io.github.icldynamics.lab.paper.PaperFiles;
import io.github.icldynamics.lab.run.Runner;
import io.github.icldynamics.lab.store.RecordFile;
import io.github.icldynamics.lab.store.RunFolder;
import io.github.icldynamics.lab.store.RunRequest;
import io.github.icldynamics.lab.store.RunStore;
import io.github.icldynamics.lab.text.Json;
import io.github.icldynamics.lab.text.Yaml;
import io.github.icldynamics.record.RunRecord;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.schema.Shape;
import io.github.icldynamics.system.Given;
import io.github.icldynamics.system.LearningSystem;
import io.github.icldynamics.system.Options;
import io.github.icldynamics.system.RunPlan;
import io.github.icldynamics.system.Systems;
import io.github.icldynamics.system.TimeScale;
import io.github.icldynamics.system.Wanted;
import io.github.icldynamics.work.Progress;
import io.github.icldynamics.work.Workforce;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is true of every system, whatever it computes: its experiments are read as they are written,
 * bad values are refused, runs are reproducible, described, stored, resumed and drawn.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SystemContract {
  private final Map<String, RunRecord> records = new HashMap<>();

  /** The systems that are held to it. */
  protected abstract Systems systems();

  final List<String> presets() {
    return List.copyOf(systems().presets().keySet());
  }

  final List<String> keys() {
    return systems().all().stream().<String>map(LearningSystem::key).toList();
  }

  private Given<?> given(String preset) {
    return systems().preset(preset);
  }

  /** A quick experiment of a system: that of a file where its first preset takes seconds. */
  private Given<?> quick(String key) {
    try (var file = SystemContract.class.getResourceAsStream("contract/" + key + ".yaml")) {
      return file == null
          ? given(systems().named(key).presets().keySet().iterator().next())
          : read(Yaml.read(key, new String(file.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Given<?> read(Node document) {
    return systems().read(document);
  }

  private RunRecord record(String key) {
    return records.computeIfAbsent(key, name -> run(quick(name), 1));
  }

  private static RunRecord run(Given<?> given, int threads) {
    return Runner.record(given, Wanted.whole(), threads, Progress.none());
  }

  @ParameterizedTest
  @MethodSource("presets")
  final void experimentsAreReadAsTheyAreWritten(String preset) {
    var given = given(preset);
    var text = Yaml.text(given.document());
    var again = systems().read(Yaml.read("text", text));
    assertEquals(given.experiment(), again.experiment());
    assertEquals(given.system().key(), again.system().key());
    assertEquals(text, Yaml.text(again.document()));
    var json = Json.read("text", Json.text(given.document()));
    assertEquals(given.experiment(), systems().read(json).experiment());
  }

  @ParameterizedTest
  @MethodSource("presets")
  final void everyFieldRefusesWhatItsBoundsDoNotAllow(String preset) {
    var given = given(preset);
    var bad = BadDocument.of(given.system().format().shape(), given.document());
    assertFalse(bad.isEmpty());
    for (var one : bad) {
      var refusal =
          assertThrows(InvalidInputException.class, () -> read(one.document()), one::toString);
      assertEquals(one.field(), refusal.field(), one::toString);
      var sentence = String.valueOf(refusal.getMessage());
      assertTrue(sentence.contains(one.given().given()), sentence);
    }
  }

  @ParameterizedTest
  @MethodSource("presets")
  final void unknownKeysAreRefused(String preset) {
    var document = given(preset).document().with("nonsense", new Node.Whole(1));
    var refusal = assertThrows(InvalidInputException.class, () -> read(document));
    assertEquals("nonsense", refusal.field());
  }

  @ParameterizedTest
  @MethodSource("presets")
  final void everyFieldSaysWhatItIsAndEveryOptionIsInTheHelp(String preset) {
    var shape = given(preset).system().format().shape();
    for (var entry : shape.entries()) {
      assertFalse(entry.notes().sentence().isEmpty() && !isNested(entry), entry.key());
    }
    var help = icl(0, "run", preset, "--help");
    for (var option : Options.of(shape).keySet()) {
      assertTrue(help.contains(option), option);
    }
  }

  private static boolean isNested(Shape.Entry entry) {
    return entry.shape() instanceof Shape.Mapping;
  }

  /** Either a method trains, or the field says why it does not suit the preset. */
  @ParameterizedTest
  @MethodSource("keys")
  final void everyMethodTrainsOrIsRefused(String key) {
    var given = quick(key);
    int trained = 0;
    for (var method : methods(given.system().format().shape())) {
      try {
        var shorter = given.with(Map.of("--method", method, "--until", "2"));
        var record = Runner.record(shorter, Wanted.summary(), 1, Progress.none());
        assertFalse(record.ending().isStuck(), method + ": " + record.ending().sentence());
        trained++;
      } catch (InvalidInputException refused) {
        assertFalse(refused.field().isEmpty(), method);
      }
    }
    assertTrue(trained >= 6, "methods that train: " + trained);
  }

  private static List<String> methods(Shape shape) {
    return switch (shape) {
      case Shape.Tagged(String key, var cases) when key.equals("method") ->
          cases.stream().map(Shape.Case::key).toList();
      case Shape.Mapping(var entries) ->
          entries.stream().flatMap(entry -> methods(entry.shape()).stream()).toList();
      default -> List.of();
    };
  }

  @ParameterizedTest
  @MethodSource("keys")
  final void runsAreTheSameTwiceAndOnTwoThreads(String key) {
    assertEquals(record(key), run(quick(key), 1));
    assertEquals(record(key), run(quick(key), 2));
  }

  @ParameterizedTest
  @MethodSource("keys")
  final void recordsDescribeWhatTheyHold(String key) {
    var record = record(key);
    assertFalse(record.tables().isEmpty());
    var names = new HashSet<String>();
    for (var table : record.tables()) {
      assertTrue(names.add(table.form().name()), table.form().name());
      assertFalse(table.form().sentence().isEmpty(), table.form().name());
      var columns = new HashSet<String>();
      for (var column : table.form().columns()) {
        assertTrue(columns.add(column.name()), column.name());
        assertFalse(column.sentence().isEmpty(), column.name());
      }
    }
    record.facts().forEach(fact -> assertFalse(fact.sentence().isEmpty(), fact.name()));
    record.landmarks().forEach(mark -> assertFalse(mark.sentence().isEmpty(), mark.name()));
  }

  @ParameterizedTest
  @MethodSource("keys")
  final void storedRecordsAreReadBack(String key, @TempDir Path folder) throws IOException {
    var target = folder.resolve("run");
    icl(0, "run", written(quick(key), folder), "--out", target.toString());
    var stored = RecordFile.read(target);
    assertEquals(record(key).tables(), stored.tables());
    assertEquals(record(key).facts(), stored.facts());
    assertEquals(record(key).landmarks(), stored.landmarks());
    assertEquals(record(key).ending(), stored.ending());
    assertEquals(quick(key).experiment(), read(stored.experiment()).experiment());
  }

  @ParameterizedTest
  @MethodSource("keys")
  final void everyChartCanBeDrawnAndShowsSomething(String key) throws IOException {
    var charts = quick(key).system().charts(record(key), TimeScale.AUTOMATIC);
    assertFalse(charts.isEmpty());
    for (var chart : charts.entrySet()) {
      DrawnChart.requireLegible(chart.getKey(), chart.getValue());
    }
  }

  @ParameterizedTest
  @MethodSource("keys")
  final void anInterruptedRunIsResumedToTheSameBytes(String key, @TempDir Path folder)
      throws IOException {
    var given = quick(key);
    var plan = given.plan(Wanted.whole());
    var whole = folder.resolve("whole");
    try (var unbroken = RunFolder.begin(whole, given, plan)) {
      finish(given, plan, 1, unbroken);
    }
    var broken = folder.resolve("broken");
    interrupt(given, plan, broken);
    assertFalse(Files.exists(broken));
    try (var resumed = RunFolder.resume(broken, given, plan)) {
      assertFalse(resumed.log().kept().isEmpty());
      finish(given, plan, 2, resumed);
    }
    var expected = files(whole);
    var actual = files(broken);
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach((name, bytes) -> assertArrayEquals(bytes, actual.get(name), name));
  }

  private static void interrupt(Given<?> given, RunPlan plan, Path target) {
    var parts = plan.parts();
    try (var folder = RunFolder.begin(target, given, plan)) {
      for (var part : parts.subList(0, Math.max(1, parts.size() / 2))) {
        var fragment = part.work().make(Workforce.alone(), Progress.none());
        folder.log().keep(part.name(), fragment);
      }
    }
  }

  private static void finish(Given<?> given, RunPlan plan, int threads, RunFolder folder) {
    var record = new Runner(given, plan, folder.log(), Progress.none()).run(threads);
    var charts = given.system().charts(record, TimeScale.AUTOMATIC);
    var paper = PaperFiles.of(charts);
    var request = new RunRequest("contract", List.of(), TimeScale.AUTOMATIC, true);
    RunStore.write(given.system(), record, charts, paper.all(), request, threads, folder);
    folder.commit();
  }

  /** All files but the one that says when and where they were made. */
  private static Map<String, byte[]> files(Path folder) throws IOException {
    var files = new TreeMap<String, byte[]>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (var path : paths.toList()) {
        if (!path.endsWith("provenance.json")) {
          files.put(path.getFileName().toString(), Files.readAllBytes(path));
        }
      }
    }
    return files;
  }

  @ParameterizedTest
  @MethodSource("presets")
  final void systemsAreListed(String preset) {
    var list = icl(0, "systems");
    assertTrue(list.contains(given(preset).system().key()), list);
    assertTrue(list.contains(preset), list);
  }

  @ParameterizedTest
  @MethodSource("keys")
  final void whatIsPrintedIsWhatWasMeasured(String key, @TempDir Path folder) throws IOException {
    var file = written(quick(key), folder);
    var summary = RunStore.summary(quick(key).system(), record(key));
    var expected = Json.text(summary.with("folder", new Node.Nothing()));
    assertEquals(expected, icl(0, "run", file, "--no-save", "--json").strip());
    assertEquals(Yaml.text(quick(key).document()), icl(0, "run", file, "--print-experiment"));
  }

  private static String written(Given<?> given, Path folder) throws IOException {
    var file = folder.resolve("experiment.yaml");
    Files.writeString(file, Yaml.text(given.document()));
    return file.toString();
  }

  @ParameterizedTest
  @MethodSource("presets")
  final void cataloguesAreFalsifiable(String preset) {
    for (var catalogue : given(preset).system().catalogues()) {
      var ids = catalogue.claims().stream().map(claim -> claim.id()).toList();
      assertTrue(ids.containsAll(catalogue.headlines()), catalogue.paper().key());
      for (var claim : catalogue.claims()) {
        assertFalse(claim.constants().all().isEmpty(), claim.id() + " fixes no number");
      }
    }
  }

  private String icl(int expected, String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code = Icl.execute(systems(), new PrintWriter(out), new PrintWriter(err), arguments);
    if (code != expected) {
      fail("icl " + String.join(" ", arguments) + " ended with " + code + ": " + err);
    }
    return out.toString();
  }
}
