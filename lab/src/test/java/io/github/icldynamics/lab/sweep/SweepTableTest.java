package io.github.icldynamics.lab.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.lab.Laboratory;
import io.github.icldynamics.lab.store.ParquetFile;
import io.github.icldynamics.lab.store.ReportFile;
import io.github.icldynamics.schema.Node;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTableTest {
  private static final long MILLION = 1_000_000;

  /** Rows that nobody holds: each is made when it is asked for. */
  private static Iterator<SweepRow> rows() {
    return LongStream.range(0, MILLION).mapToObj(SweepTableTest::row).iterator();
  }

  private static SweepRow row(long index) {
    return new SweepRow(
        List.of((int) index, 0),
        List.of(new Node.Whole(index + 10)),
        List.of(new Node.Real(1.0 / (index + 1))),
        "0123456789ab",
        "converged",
        true,
        "");
  }

  private static Sweep sweep() {
    var format = new SweepFormat(Laboratory.systems(), Laboratory.systems()::preset);
    return format.of(
        "million", Laboratory.systems().preset("imbalanced"), Map.of("K", "10..1000009:1000000"));
  }

  /** The program of the process with little memory. */
  public static void main(String[] arguments) throws IOException {
    var folder = Path.of(arguments[0]);
    var table = SweepTable.of(sweep(), List.of("convergence"), List.of());
    ReportFile.stream(folder.resolve("t.csv"), out -> table.write(SweepTableTest::rows, out));
    ParquetFile.of(folder.resolve("t.csv"), table.form(), folder.resolve("t.parquet"));
  }

  /** All rows at once would need some 400 MiB. */
  @Test
  void aMillionRowsNeedNoMemory(@TempDir Path folder) throws Exception {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx40m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                SweepTableTest.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    try (var lines = Files.lines(folder.resolve("t.csv"))) {
      assertEquals(MILLION + 1, lines.count());
    }
    assertTrue(Files.size(folder.resolve("t.parquet")) > 0);
  }
}
