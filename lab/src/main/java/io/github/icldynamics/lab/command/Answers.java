package io.github.icldynamics.lab.command;

import io.github.icldynamics.lab.figure.Picture;
import io.github.icldynamics.lab.run.Runner;
import io.github.icldynamics.lab.store.RecordFile;
import io.github.icldynamics.lab.store.RunStore;
import io.github.icldynamics.lab.store.RunText;
import io.github.icldynamics.lab.sweep.LocalEngine;
import io.github.icldynamics.lab.sweep.Sweep;
import io.github.icldynamics.lab.sweep.SweepFolder;
import io.github.icldynamics.lab.sweep.SweepFormat;
import io.github.icldynamics.lab.sweep.SweepMaker;
import io.github.icldynamics.lab.verify.ClaimSelection;
import io.github.icldynamics.lab.verify.Verification;
import io.github.icldynamics.lab.verify.VerificationDocument;
import io.github.icldynamics.record.RunRecord;
import io.github.icldynamics.record.Table;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.schema.Words;
import io.github.icldynamics.system.Given;
import io.github.icldynamics.system.Systems;
import io.github.icldynamics.system.TimeScale;
import io.github.icldynamics.system.Wanted;
import io.github.icldynamics.work.Progress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Answers to requests of another program, each a mapping with one of the keys {@code run}, {@code
 * evaluate}, {@code sweep} and {@code verify}.
 *
 * @param threads at least 1; no answer depends on it
 */
record Answers(Systems systems, int threads) {
  private static final String RUN = "run";
  private static final String EVALUATE = "evaluate";
  private static final String SWEEP = "sweep";
  private static final String VERIFY = "verify";
  private static final List<String> REQUESTS = List.of(RUN, EVALUATE, SWEEP, VERIFY);
  private static final String FIGURES = "figures";

  /**
   * The answer to a request.
   *
   * @throws InvalidInputException if it is none
   */
  Node of(Node request) {
    if (!(request instanceof Node.Mapping(var entries))) {
      throw request.refused(
          "must be a mapping with one of the keys " + Words.alternatives(REQUESTS));
    }
    var asked = entries.keySet().stream().filter(REQUESTS::contains).toList();
    if (asked.size() != 1) {
      throw new InvalidInputException(
          "request", "must have exactly one of the keys " + Words.alternatives(REQUESTS));
    }
    String key = asked.getFirst();
    var subject = Objects.requireNonNull(entries.get(key));
    boolean withFigures = new Node.Truth(true).equals(entries.get(FIGURES));
    return InvalidInputException.within(
        key,
        () ->
            switch (key) {
              case RUN -> run(given(subject), withFigures);
              case EVALUATE -> new Evaluations(systems).of(subject, Progress.none());
              case SWEEP -> sweep(subject);
              default -> verify(subject);
            });
  }

  /** A preset by its name, or an experiment. */
  private Given<?> given(Node subject) {
    return subject instanceof Node.Text(String word) ? named(word) : systems.read(subject);
  }

  private Given<?> named(String word) {
    requireNoInput(word);
    return new ExperimentSource(systems, word).given();
  }

  /** Standard input has the requests. */
  private static void requireNoInput(String word) {
    if (word.equals(GivenPath.STANDARD_INPUT)) {
      throw new InvalidInputException("", "must be a preset, a file or a document, not -");
    }
  }

  private Node run(Given<?> given, boolean withFigures) {
    var wanted = withFigures ? Wanted.whole() : Wanted.summary();
    var record = Runner.record(given, wanted, threads, Progress.none());
    var answer =
        Node.Mapping.empty()
            .with("summary", RunStore.summary(given.system(), record))
            .with("facts", RecordFile.facts(record))
            .with("landmarks", RecordFile.landmarks(record))
            .with("tables", tables(record));
    return withFigures ? answer.with(FIGURES, figures(given, record)) : answer;
  }

  private static Node figures(Given<?> given, RunRecord record) {
    var figures = new LinkedHashMap<String, Node>();
    given
        .system()
        .charts(record, TimeScale.AUTOMATIC)
        .forEach((name, chart) -> figures.put(name, new Node.Text(Picture.svg(chart))));
    return new Node.Mapping(figures);
  }

  /** Each table by columns, as data frames are made of. */
  private static Node tables(RunRecord record) {
    var tables = new LinkedHashMap<String, Node>();
    record.tables().forEach(table -> tables.put(table.form().name(), columns(table)));
    return new Node.Mapping(tables);
  }

  private static Node columns(Table table) {
    var columns = new LinkedHashMap<String, Node>();
    for (int i = 0; i < table.form().columns().size(); i++) {
      int column = i;
      columns.put(
          table.form().columns().get(i).name(),
          new Node.Items(table.rows().mapToObj(row -> RunText.cell(table, column, row)).toList()));
    }
    return new Node.Mapping(columns);
  }

  /** In a folder, as the command makes it; the table is there to be read. */
  private Node sweep(Node subject) {
    var sweep =
        subject instanceof Node.Text(String file)
            ? ofFile(file)
            : new SweepFormat(systems, this::named).read(subject, SWEEP);
    Path target = SweepFolder.defaultPath(sweep);
    try (var folder = SweepFolder.open(target, sweep)) {
      var maker = new SweepMaker(systems, sweep, folder, Progress.none());
      maker.makeRuns(new LocalEngine(systems, threads, Progress.none()));
      var counts = maker.writeUp(threads).counts();
      return Node.Mapping.empty()
          .with("folder", new Node.Text(target.toAbsolutePath().toString()))
          .with("points", new Node.Whole(sweep.size()))
          .with("failed", new Node.Whole(counts.failed()));
    }
  }

  private Sweep ofFile(String file) {
    requireNoInput(file);
    return new SweepSource(systems, file).sweep(Map.of(), Map.of());
  }

  /** The claims of a paper, or one claim. */
  private Node verify(Node subject) {
    var selection = new ClaimSelection(systems.catalogues());
    String word = subject.given();
    boolean isPaper =
        systems.catalogues().stream().anyMatch(catalogue -> catalogue.paper().key().equals(word));
    var claims = isPaper ? selection.of(word) : selection.named(List.of(word), selection.all());
    return VerificationDocument.of(Verification.execute(claims, threads, Progress.none()));
  }
}
