package io.github.icldynamics.lab.studio;

import com.sun.net.httpserver.Headers;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The encodings that a client can read.
 *
 * @param values of {@code Accept-Encoding}, such as {@code gzip;q=0.5, br}
 */
record AcceptedEncodings(List<String> values) {
  /** A weight of nought says that the encoding cannot be read. */
  private static final Pattern GZIP =
      Pattern.compile("gzip(;q=(?!0(\\.0*)?$).*)?", Pattern.CASE_INSENSITIVE);

  AcceptedEncodings {
    values = List.copyOf(values);
  }

  static AcceptedEncodings of(Headers request) {
    return new AcceptedEncodings(request.getOrDefault("Accept-Encoding", List.of()));
  }

  boolean hasGzip() {
    return values.stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .map(value -> value.replaceAll("\\s", ""))
        .anyMatch(value -> GZIP.matcher(value).matches());
  }
}
