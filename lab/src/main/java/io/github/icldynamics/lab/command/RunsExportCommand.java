package io.github.icldynamics.lab.command;

import io.github.icldynamics.lab.paper.LatexTable;
import io.github.icldynamics.lab.runs.RunArchive;
import io.github.icldynamics.lab.runs.RunsTable;
import io.github.icldynamics.lab.runs.StoredRun;
import io.github.icldynamics.lab.store.ParquetFile;
import io.github.icldynamics.lab.store.ReportFile;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.statistics.SignificantDigits;
import io.github.icldynamics.system.Systems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code icl runs export}. */
@Command(
    name = "export",
    description = "Export runs as a table with a row a run, or with all their files.")
final class RunsExportCommand extends Subcommand {
  /** What a table of runs can be written as. */
  private enum As {
    CSV,
    PARQUET,
    LATEX,
    ZIP
  }

  private static final Choice<As> FORMATS =
      new Choice<As>("--format")
          .or("csv", As.CSV)
          .or("parquet", As.PARQUET)
          .or("latex", As.LATEX)
          .or("zip", As.ZIP);

  @Parameters(paramLabel = "RUN", arity = "0..*", description = "runs; or else --where")
  private List<String> runs = List.of();

  @Mixin private StoreOption store = new StoreOption();

  @Option(names = "--where", paramLabel = "CONDITION", description = "as for icl runs list")
  private @Nullable String where;

  @Option(
      names = "--format",
      paramLabel = "csv|parquet|latex|zip",
      description = "of the file (default: csv)")
  private @Nullable String format;

  @Option(names = "--out", paramLabel = "FILE", required = true, description = "the file to write")
  private String out = "";

  RunsExportCommand(Systems systems) {
    super(systems);
  }

  @Override
  public Integer call() {
    var as = FORMATS.of(format);
    var target = GivenPath.of("--out", out);
    ReportFile.requireWritable(target);
    List<StoredRun> chosen;
    try (var progress = progress()) {
      chosen = store.made(runs, where, progress).stream().map(StoredRun::read).toList();
      write(as, chosen, target);
    }
    print("%,d runs written to %s".formatted(chosen.size(), target));
    return Icl.DONE;
  }

  private static void write(As as, List<StoredRun> runs, Path target) {
    switch (as) {
      case CSV -> ReportFile.stream(target, RunsTable.of(runs)::write);
      case PARQUET -> writeParquet(RunsTable.of(runs), target);
      case LATEX -> ReportFile.write(target, LatexTable.file(List.of(latex(runs))));
      case ZIP -> ReportFile.streamBytes(target, out -> RunArchive.write(runs, out));
    }
  }

  private static void writeParquet(RunsTable table, Path target) {
    ParquetFile.of(table.form(), table::write, target);
  }

  /** Columns in which the runs differ. */
  private static LatexTable latex(List<StoredRun> runs) {
    var table = RunsTable.of(runs);
    var rows = table.rows();
    var heads = new ArrayList<String>();
    var kept = new ArrayList<Integer>();
    for (int i = 0; i < table.form().columns().size(); i++) {
      int column = i;
      if (rows.stream().map(row -> row.get(column)).distinct().count() > 1) {
        heads.add(table.form().columns().get(i).name());
        kept.add(i);
      }
    }
    return new LatexTable(
        "%d runs, what differs between them".formatted(runs.size()),
        heads,
        rows.stream()
            .map(row -> kept.stream().map(row::get).map(RunsExportCommand::text).toList())
            .toList());
  }

  private static String text(Node cell) {
    return switch (cell) {
      case Node.Real(double value) -> SignificantDigits.of(value);
      case Node.Nothing _ -> "–";
      default -> cell.given();
    };
  }
}
