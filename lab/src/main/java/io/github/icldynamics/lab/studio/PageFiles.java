package io.github.icldynamics.lab.studio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The files of a page among the program's resources, each read and compressed once. */
public final class PageFiles {
  private static final String STUDIO = "/io/github/icldynamics/studio/page";

  /** No name starts with a dot, so that no path leads out of the folder. */
  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+");

  private final String folder;
  private final Map<String, Asset> read = new ConcurrentHashMap<>();

  private PageFiles(String folder) {
    this.folder = folder;
  }

  /** The files of the studio. */
  public static PageFiles studio() {
    return new PageFiles(STUDIO);
  }

  /**
   * The files of a page.
   *
   * @param folder where they are among the resources, such as {@code /a/b}
   */
  static PageFiles below(String folder) {
    return new PageFiles(folder);
  }

  /** The file at an absolute path without escapes, if there is one. */
  Optional<Asset> at(String path) {
    var known = Optional.ofNullable(read.get(path));
    return known.isPresent() || !PATH.matcher(path).matches()
        ? known
        : MediaType.of(path).flatMap(type -> read(path, type));
  }

  private Optional<Asset> read(String path, MediaType type) {
    try (var stream = PageFiles.class.getResourceAsStream(folder + path)) {
      if (stream == null) {
        return Optional.empty();
      }
      var asset = Asset.of(type, stream.readAllBytes());
      read.put(path, asset);
      return Optional.of(asset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
