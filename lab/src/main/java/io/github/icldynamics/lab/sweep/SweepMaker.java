package io.github.icldynamics.lab.sweep;

import io.github.icldynamics.chart.Chart;
import io.github.icldynamics.lab.figure.Picture;
import io.github.icldynamics.lab.paper.LatexTable;
import io.github.icldynamics.lab.paper.PaperFiles;
import io.github.icldynamics.lab.run.Workers;
import io.github.icldynamics.lab.store.ParquetFile;
import io.github.icldynamics.lab.store.ReportFile;
import io.github.icldynamics.lab.text.Yaml;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.system.Systems;
import io.github.icldynamics.work.Progress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Makes a sweep: the runs that are not there yet, then its table, its figures and its page. */
public final class SweepMaker {
  static final String TABLE = "table";
  private static final int MOST_PRINTED_ROWS = 60;

  private final Sweep sweep;
  private final SweepPoints points;
  private final SweepFolder folder;
  private final Progress progress;
  private final MissingRuns missing = new MissingRuns();
  private long looked;
  private long found;
  private long made;

  /**
   * @param folder of the sweep
   * @param progress told how many points are done
   */
  public SweepMaker(Systems systems, Sweep sweep, SweepFolder folder, Progress progress) {
    this.sweep = sweep;
    this.points = new SweepPoints(systems, sweep);
    this.folder = folder;
    this.progress = progress;
  }

  /** Whether a run is missing that {@link #makeRuns} would make. */
  public boolean isMissingRuns() {
    return missing.hasNext();
  }

  /** Makes the runs that are missing. */
  public void makeRuns(SweepEngine engine) {
    progress.doing("making runs");
    engine.carryOut(missing, this::keep);
  }

  private synchronized void keep(FinishedRun run) {
    folder.runs().keep(run);
    made++;
    tell();
  }

  private synchronized void tell() {
    progress.report((double) (found + made) / points.size());
  }

  /** How many runs this process has made. */
  public synchronized long made() {
    return made;
  }

  /** How many points had their run before, or have none. */
  public synchronized long found() {
    return found;
  }

  /** The experiments whose runs are not there, as texts. */
  private final class MissingRuns implements Iterator<String> {
    private final Set<String> seen = new HashSet<>();
    private Optional<String> next = Optional.empty();

    @Override
    public boolean hasNext() {
      while (next.isEmpty() && looked < points.size()) {
        next = missing(looked++);
        found += next.isEmpty() ? 1 : 0;
      }
      return next.isPresent();
    }

    private Optional<String> missing(long index) {
      return points
          .at(index)
          .given()
          .map(given -> (Node) given.document())
          .filter(document -> isMissing(Yaml.hash(document)))
          .map(Yaml::text);
    }

    private boolean isMissing(String hash) {
      return seen.add(hash) && !folder.runs().has(hash);
    }

    @Override
    public String next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      var experiment = next.orElseThrow();
      next = Optional.empty();
      return experiment;
    }
  }

  /**
   * Writes the table, the figures and the page, once all runs are there.
   *
   * @param threads at least 1; no file depends on it
   */
  public SweepResult writeUp(int threads) {
    progress.doing("writing the table");
    var rows = SweepRows.of(sweep, points, folder.runs());
    var table = SweepTable.of(sweep, rows.names(), List.copyOf(rows.texts()));
    var shown = SweepFigures.shown(sweep, rows.names(), rows::isLandmark);
    var gathered = new SweepGathering(table, new SweepData(sweep, shown), rows.names());
    var csv = folder.file(TABLE + ".csv");
    ReportFile.stream(csv, out -> table.write(gathered.gathering(rows), out));
    ParquetFile.of(csv, table.form(), folder.file(TABLE + ".parquet"));
    progress.doing("drawing");
    var figures = SweepFigures.of(sweep, gathered.data());
    var charts = figures.charts();
    var drawn = draw(charts, threads);
    ReportFile.write(
        folder.file(PaperFiles.TABLE), LatexTable.file(List.of(gathered.latex(MOST_PRINTED_ROWS))));
    ReportFile.write(
        folder.file(SweepFolder.REPORT),
        SweepPage.of(sweep, table.form(), gathered, figures, drawn));
    return new SweepResult(gathered.counts(), charts);
  }

  /** Draws and writes all; returns them as SVG. */
  private Map<String, String> draw(Map<String, Chart> charts, int threads) {
    var drawings = new ArrayList<Supplier<String>>();
    charts.forEach((name, chart) -> drawings.add(() -> draw(name, chart)));
    var drawn = new LinkedHashMap<String, String>();
    try (var workers = new Workers(threads)) {
      var svg = workers.inOrder(drawings).iterator();
      charts.keySet().forEach(name -> drawn.put(name, svg.next()));
    }
    return drawn;
  }

  private String draw(String name, Chart chart) {
    String svg = Picture.svg(chart);
    ReportFile.write(folder.file(name + ".svg"), svg);
    ReportFile.write(folder.file(name + ".png"), Picture.png(chart));
    return svg;
  }
}
