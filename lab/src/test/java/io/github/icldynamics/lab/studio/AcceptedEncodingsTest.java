package io.github.icldynamics.lab.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedEncodingsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip | true",
        "GZip | true",
        "gzip, deflate, br, zstd | true",
        "br, gzip;q=0.5 | true",
        "gzip; q=0.001 | true",
        "gzip;q=1.0 | true",
        "gzip;q=0 | false",
        "gzip; q=0.000, br | false",
        "x-gzipped | false",
        "br | false",
        "'' | false"
      })
  void gzipIsSentToWhoeverSaysSo(String value, boolean hasGzip) {
    assertEquals(hasGzip, new AcceptedEncodings(List.of(value)).hasGzip());
    assertEquals(hasGzip, new AcceptedEncodings(List.of("br", value)).hasGzip());
  }
}
