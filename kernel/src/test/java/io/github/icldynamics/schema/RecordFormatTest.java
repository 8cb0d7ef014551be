package io.github.icldynamics.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from a declaration of fields, on a record with a tagged field. */
class RecordFormatTest {
  private sealed interface Kernel {
    record Flat() implements Kernel {}

    record Gaussian(double length) implements Kernel {}
  }

  private record Smoothing(long points, Kernel kernel, double cutoff) {}

  private static final Field<Kernel.Gaussian, Double> LENGTH =
      Field.of("length", Formats.real(Bounds.closed(0, 10)), Kernel.Gaussian::length)
          .otherwise(1.0)
          .says("of correlation");

  private static final TaggedFormat<Kernel> KERNEL_FORMAT =
      TaggedFormat.of(
          "kernel",
          List.of(
              TaggedFormat.Kind.single("flat", "none", Kernel.Flat.class, new Kernel.Flat()),
              new TaggedFormat.Kind<>(
                  "gaussian",
                  "falls off",
                  Kernel.Gaussian.class,
                  RecordFormat.of(
                      List.of(LENGTH), values -> new Kernel.Gaussian(values.get(LENGTH))))));

  private static final Field<Smoothing, Long> POINTS =
      Field.of("points", Formats.whole(Bounds.count(1, 99)), Smoothing::points).says("in all");

  private static final Field<Smoothing, Kernel> KERNEL =
      Field.<Smoothing, Kernel>of("kernel", KERNEL_FORMAT, Smoothing::kernel)
          .otherwise(new Kernel.Gaussian(2))
          .says("the weights");

  private static final Field<Smoothing, Double> CUTOFF =
      Field.of("cutoff", Formats.real(Bounds.finite()), Smoothing::cutoff)
          .otherwiseFrom(values -> 3.0 * values.get(POINTS))
          .says("where it ends");

  private static final RecordFormat<Smoothing> FORMAT =
      RecordFormat.of(
          List.of(POINTS, KERNEL, CUTOFF),
          values -> new Smoothing(values.get(POINTS), values.get(KERNEL), values.get(CUTOFF)));

  private static Node.Mapping document(String... pairs) {
    var document = Node.Mapping.empty();
    for (int i = 0; i < pairs.length; i += 2) {
      document = document.with(pairs[i], new Node.Text(pairs[i + 1]));
    }
    return document;
  }

  @Test
  void whatIsWrittenIsReadBack() {
    for (var kernel : List.of(new Kernel.Flat(), new Kernel.Gaussian(0.5))) {
      var smoothing = new Smoothing(5, kernel, 7);
      assertEquals(smoothing, FORMAT.read(FORMAT.write(smoothing)));
    }
  }

  /** Constants of the tagged field stand beside the others, after them. */
  @Test
  void constantsStandBesideTheOtherFields() {
    var written = FORMAT.write(new Smoothing(5, new Kernel.Gaussian(0.5), 7));
    var keys = ((Node.Mapping) written).entries().keySet();
    assertEquals(List.of("points", "kernel", "cutoff", "length"), List.copyOf(keys));
  }

  @Test
  void whatIsNotGivenIsUsualOrFollows() {
    var usual = new Smoothing(5, new Kernel.Gaussian(2), 15);
    assertEquals(usual, FORMAT.read(document("points", "5")));
    var given = document("points", "5", "kernel", "gaussian");
    assertEquals(new Kernel.Gaussian(1), FORMAT.read(given).kernel());
    var constant = document("points", "5", "length", "4");
    assertEquals(new Kernel.Gaussian(4), FORMAT.read(constant).kernel(), "of the usual kind");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kernel | flat | points is required but not given",
        "points | 0 | points must be from 1 to 99, not 0",
        "points | many | points must be a whole number, not many",
        "pionts | 5 | pionts is not a known key; did you mean points?",
        "kernel | cubic | kernel must be flat or gaussian, not cubic",
        "length | 11.5 | length must lie in [0, 10], not 11.5"
      })
  void badInputIsOneSentence(String key, String value, String sentence) {
    var base = key.equals("kernel") && value.equals("flat") ? document() : document("points", "5");
    var bad = base.with(key, new Node.Text(value));
    var refusal = assertThrows(InvalidInputException.class, () -> FORMAT.read(bad));
    assertEquals(sentence, refusal.getMessage());
  }

  @Test
  void constantsOfAnotherKindAreNotIgnored() {
    var bad = document("points", "5", "kernel", "flat", "length", "3");
    var refusal = assertThrows(InvalidInputException.class, () -> FORMAT.read(bad));
    assertEquals("length goes with the kernel gaussian, not with flat", refusal.getMessage());
  }

  @Test
  void oneFieldCanBeChanged() {
    var base = new Smoothing(5, new Kernel.Flat(), 7);
    var changed = FORMAT.with(base, new RecordFormat.Change<>(POINTS, 6L));
    assertEquals(new Smoothing(6, new Kernel.Flat(), 7), changed);
  }

  /** A document could not tell one from the other. */
  @Test
  void twoFieldsOfOneNameCannotBeDeclared() {
    var length = Field.of("length", Formats.real(Bounds.finite()), Smoothing::cutoff);
    for (var fields :
        List.of(
            List.<Field<Smoothing, ?>>of(POINTS, POINTS),
            List.<Field<Smoothing, ?>>of(length, KERNEL))) {
      var failure =
          assertThrows(
              IllegalArgumentException.class,
              () -> RecordFormat.of(fields, values -> new Smoothing(1, new Kernel.Flat(), 1)));
      assertTrue(
          String.valueOf(failure.getMessage()).startsWith("two fields would both be called "));
    }
  }

  @Test
  void theShapeSaysAllThatIsDeclared() {
    var entries = FORMAT.shape().entries();
    assertEquals(
        Map.of("points", true, "kernel", false, "cutoff", false),
        Map.of(
            entries.get(0).key(), entries.get(0).required(),
            entries.get(1).key(), entries.get(1).required(),
            entries.get(2).key(), entries.get(2).required()));
    assertEquals("in all", entries.getFirst().notes().sentence());
  }
}
