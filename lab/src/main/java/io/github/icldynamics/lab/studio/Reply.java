package io.github.icldynamics.lab.studio;

import java.util.Set;

/**
 * What is answered to a request.
 *
 * @param status of HTTP
 * @param body what is sent with it
 */
record Reply(int status, Asset body) {
  private static final Set<String> METHODS = Set.of("GET", "HEAD");

  static Reply found(Asset file) {
    return new Reply(200, file);
  }

  static Reply notFound() {
    return refusal(404, "There is no such file in the studio.");
  }

  /** Whether a method can be answered at all. */
  static boolean isForMethod(String method) {
    return METHODS.contains(method);
  }

  /** A method that would change something. */
  static Reply methodNotAllowed() {
    return refusal(405, "The studio can only be read.");
  }

  /**
   * A name that is not this machine's. Another site that makes its own name lead to 127.0.0.1 would
   * otherwise read, as if it were its own, what is served here.
   */
  static Reply foreignHost() {
    return refusal(421, "The studio answers only to 127.0.0.1 and localhost.");
  }

  private static Reply refusal(int status, String sentence) {
    return new Reply(status, Asset.of(MediaType.TEXT, sentence + "\n"));
  }
}
