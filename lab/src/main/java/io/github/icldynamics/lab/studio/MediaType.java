package io.github.icldynamics.lab.studio;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of file that the studio is made of; no other file is served. */
enum MediaType {
  HTML(".html", "text/html; charset=utf-8"),
  CSS(".css", "text/css; charset=utf-8"),
  JAVASCRIPT(".js", "text/javascript; charset=utf-8"),
  JSON(".json", "application/json; charset=utf-8"),
  SVG(".svg", "image/svg+xml; charset=utf-8"),
  TEXT(".txt", "text/plain; charset=utf-8"),
  YAML(".yaml", "text/yaml; charset=utf-8"),
  WEB_ASSEMBLY(".wasm", "application/wasm"),
  PNG(".png", "image/png"),
  FONT(".woff2", "font/woff2");

  private final String ending;
  private final String contentType;

  MediaType(String ending, String contentType) {
    this.ending = ending;
    this.contentType = contentType;
  }

  /** The kind of the file at a path, if it is one that is served. */
  static Optional<MediaType> of(String path) {
    return Arrays.stream(values()).filter(type -> path.endsWith(type.ending)).findFirst();
  }

  String contentType() {
    return contentType;
  }

  /**
   * Fonts never change, and a page asks for one under several names; all else is asked for anew.
   */
  String cacheControl() {
    return this == FONT ? "max-age=86400" : "no-cache";
  }

  /** Whether files of this kind are not compressed already. */
  boolean isCompressible() {
    return this != PNG && this != FONT;
  }
}
