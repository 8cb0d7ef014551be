package io.github.icldynamics.lab.store;

import io.github.icldynamics.record.Column;
import io.github.icldynamics.record.TableForm;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;

/** Tables in Parquet, which pandas, Polars, DuckDB and R read; equal tables have equal bytes. */
public final class ParquetFile {
  private ParquetFile() {}

  /**
   * Writes a table that is there as comma-separated values, a stretch of rows at a time.
   *
   * @param form of the table in the file
   * @throws StorageException if the machine does not let it be written
   */
  public static void of(Path csv, TableForm form, Path target) {
    ReportFile.write(target, draft -> write(csv, form, draft));
  }

  /**
   * Writes a table that nobody keeps as comma-separated values.
   *
   * @param content writes it as such
   * @throws StorageException if the machine does not let it be written
   */
  public static void of(TableForm form, CsvContent content, Path target) {
    var csv = DraftFile.beside(target);
    ReportFile.stream(csv, content::write);
    try {
      of(csv, form, target);
    } finally {
      RunFolder.discard(csv);
    }
  }

  /** Who writes comma-separated values. */
  @FunctionalInterface
  public interface CsvContent {
    /** Writes them. */
    void write(Appendable out) throws IOException;
  }

  private static void write(Path csv, TableForm form, Path draft) throws IOException {
    try (var database = DuckDb.inMemory()) {
      execute(database, "SET threads = 1");
      execute(database, "SET memory_limit = '256MB'");
      execute(database, "SET preserve_insertion_order = true");
      execute(database, copy(csv, form, draft));
    } catch (SQLException e) {
      throw new IOException(firstLine(e), e);
    }
  }

  private static String copy(Path csv, TableForm form, Path target) {
    String columns =
        form.columns().stream()
            .map(column -> literal(column.name()) + ": " + literal(type(column.kind())))
            .collect(Collectors.joining(", "));
    return """
    COPY (
      SELECT * FROM read_csv(%s, header = true, delim = ',', quote = '"', escape = '"',
        nullstr = '', parallel = false, auto_detect = false, columns = {%s}))
    TO %s (FORMAT parquet, COMPRESSION zstd)
    """
        .formatted(literal(withoutPatterns(csv)), columns, literal(target.toString()));
  }

  /** DuckDB takes a name for a pattern of names. */
  private static String withoutPatterns(Path csv) {
    return csv.toString().replaceAll("[\\[*?]", "[$0]");
  }

  private static String type(Column.Kind kind) {
    return switch (kind) {
      case WHOLE -> "BIGINT";
      case REAL -> "DOUBLE";
      case TEXT -> "VARCHAR";
    };
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static void execute(Connection database, String command) throws SQLException {
    try (var statement = database.createStatement()) {
      statement.execute(command);
    }
  }

  private static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
