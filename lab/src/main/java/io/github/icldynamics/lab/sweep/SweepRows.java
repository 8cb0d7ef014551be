package io.github.icldynamics.lab.sweep;

import io.github.icldynamics.lab.store.RunText;
import io.github.icldynamics.lab.text.Yaml;
import io.github.icldynamics.record.Landmark;
import io.github.icldynamics.record.RunRecord;
import io.github.icldynamics.schema.Node;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The rows of a sweep whose runs are all there, read one after the other. */
final class SweepRows implements Iterable<SweepRow> {
  private final SweepPoints points;
  private final SweepRuns runs;
  private final Set<String> landmarks = new LinkedHashSet<>();
  private final Set<String> texts = new LinkedHashSet<>();
  private List<Measure> measures = List.of();

  private SweepRows(SweepPoints points, SweepRuns runs) {
    this.points = points;
    this.runs = runs;
  }

  /** The rows of a sweep. */
  static SweepRows of(Sweep sweep, SweepPoints points, SweepRuns runs) {
    var rows = new SweepRows(points, runs);
    rows.survey(sweep);
    return rows;
  }

  /** Which columns there are is known when every run has been looked at. */
  private void survey(Sweep sweep) {
    var wanted = sweep.measures().stream().map(Measure::new).toList();
    var found = new LinkedHashSet<String>();
    for (long i = 0; i < points.size(); i++) {
      run(points.at(i)).flatMap(RunText::record).ifPresent(record -> survey(record, wanted, found));
    }
    // What has the name of another column can be asked for under a longer one.
    found.removeAll(SweepTable.FIXED);
    sweep.axes().forEach(axis -> found.remove(axis.field()));
    var names = new ArrayList<>(sweep.measures().isEmpty() ? found : sweep.measures());
    sweep.plottedMeasures().stream().filter(name -> !names.contains(name)).forEach(names::add);
    measures = names.stream().map(Measure::new).toList();
  }

  private void survey(RunRecord record, List<Measure> wanted, Set<String> found) {
    record.landmarks().stream().map(Landmark::name).forEach(landmarks::add);
    if (wanted.isEmpty()) {
      found.addAll(Measure.names(record));
    }
    wanted.stream()
        .filter(measure -> measure.of(record) instanceof Node.Text)
        .map(Measure::name)
        .forEach(texts::add);
  }

  private Optional<RunText> run(SweepPoint point) {
    return point.given().map(given -> runs.runOf(Yaml.hash(given.document())));
  }

  /** What is measured, in the order of the cells. */
  List<String> names() {
    return measures.stream().map(Measure::name).toList();
  }

  /** Those whose values are words. */
  Set<String> texts() {
    return Set.copyOf(texts);
  }

  /** Whether a name is that of a time that a run has named. */
  boolean isLandmark(String name) {
    return landmarks.contains(name);
  }

  @Override
  public Iterator<SweepRow> iterator() {
    return LongStream.range(0, points.size()).mapToObj(this::row).iterator();
  }

  private SweepRow row(long index) {
    var point = points.at(index);
    var run = run(point);
    var record = run.flatMap(RunText::record);
    return new SweepRow(
        point.place(),
        point.values(),
        measures.stream().map(measure -> value(measure, record)).toList(),
        point.given().map(given -> Yaml.hash(given.document())).orElse(""),
        record.map(made -> made.ending().title()).orElse(""),
        record.map(RunRecord::goalReached).orElse(false),
        Stream.of(point.fault(), run.map(RunText::failure).orElse(""))
            .filter(sentence -> !sentence.isEmpty())
            .findFirst()
            .orElse(""));
  }

  private static Node value(Measure measure, Optional<RunRecord> record) {
    return record.map(measure::of).orElseGet(Node.Nothing::new);
  }
}
