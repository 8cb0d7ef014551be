package io.github.icldynamics.softmaxregression.studies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.softmaxregression.training.ErrorLaw;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The table of broken assumptions up to K = 10⁴, against the page and against laws. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenAssumptionsStudyTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "studies", "broken-assumptions.md");

  private List<BrokenAssumptionsStudy.Row> rows = List.of();

  @BeforeAll
  void measure() {
    rows = new BrokenAssumptionsStudy(4).rows();
  }

  private BrokenAssumptionsStudy.Row row(BrokenAssumption broken) {
    return rows.stream().filter(row -> row.broken() == broken).findFirst().orElseThrow();
  }

  private double last(BrokenAssumption broken) {
    return row(broken).times().getLast();
  }

  @Test
  void everyCellHasATime() {
    assertEquals(13, rows.size());
    for (var row : rows) {
      assertEquals(3, row.times().size(), row.broken().title());
      assertTrue(row.times().stream().allMatch(time -> time > 0 && Double.isFinite(time)));
    }
  }

  /** What the page says of K = 100, 1000 and 10⁴ is what is measured today. */
  @Test
  void thePageHasTheseTimes() throws IOException {
    var lines = Files.readString(PAGE).lines().toList();
    for (var row : rows) {
      var line =
          lines.stream()
              .filter(each -> each.startsWith("| " + row.broken().title() + " |"))
              .findFirst()
              .orElseThrow();
      var cells = Arrays.stream(line.split("[|]", -1)).map(String::strip).toList();
      assertEquals(9, cells.size(), "title, five times, a constant");
      for (int i = 0; i < 3; i++) {
        // Four digits are printed.
        double printed = Double.parseDouble(cells.get(2 + i));
        assertEquals(1, printed / row.times().get(i), 6e-4, row.broken().title());
      }
    }
  }

  /** With prompts of ten tokens the time tends to a constant over p_k: the exponent is 1. */
  @Test
  void shortPromptsHaveTheExponentOne() {
    double slope = row(BrokenAssumption.SHORT_PROMPTS).localExponents().getLast();
    // From K = 1000 to 10⁴; corrections are of order N²/K.
    assertEquals(1, slope, 0.1);
  }

  /** L(0) − L* is ½(1 + p₁²) up to 1/K, so that a tenth of it is 0.0625 at p₁ = ½. */
  @Test
  void thePapersRowIsTheSecondOrderLaw() {
    double odds = 10_000;
    double plateau = (odds - 1) * (odds - 1) / 0.5;
    var law = new ErrorLaw.WholeTime(plateau, odds, 1);
    double error = 0.1 * (0.5 * (1 - 1 / odds) + 0.5 * 0.25);
    // The law leaves out terms of order ln K/K^1.5 = 1e-5.
    assertEquals(1, last(BrokenAssumption.NONE) / law.timeTo(error), 5e-5);
  }

  /** T_ρ = T₀ at errors and times smaller by 1 − ρ: a share of what can be learned is the same. */
  @Test
  void correlationSlowsDownByItsCubeButForTheDominantFeature() {
    double ratio = last(BrokenAssumption.CORRELATION) * 0.343 / last(BrokenAssumption.NONE);
    assertEquals(1 - FastMath.sqrt(2e-4), ratio, 2e-3);
  }

  /** C = v I + b 11ᵀ of the ReLU kernel with v = 1 − 1/π: learned v times as fast, and no more. */
  @Test
  void otherFunctionsOnlyChangeTheSpeed() {
    double variance = 1 - 1 / FastMath.PI;
    var none = row(BrokenAssumption.NONE).times();
    var functions = row(BrokenAssumption.FUNCTIONS).times();
    for (int i = 0; i < none.size(); i++) {
      assertEquals(1, functions.get(i) * variance / none.get(i), 1e-9);
    }
  }

  /** The flow of a query asked twice as often is twice as fast. */
  @Test
  void queriesAskedEquallyOftenAreFasterByTheirWeight() {
    double weight = 1e-4 / (0.5 / 9999);
    assertEquals(
        weight, last(BrokenAssumption.NONE) / last(BrokenAssumption.QUERIES), 1e-8 * weight);
  }
}
