package io.github.icldynamics.lab.studio;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where this machine has its Chromium.
 *
 * @param environment the variables of the process
 * @param isProgram whether there is a program at a path
 */
record ChromiumProgram(Map<String, String> environment, Predicate<Path> isProgram) {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome");

  private static final List<Path> ELSEWHERE =
      List.of(
          Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
          Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
          Path.of("C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"),
          Path.of("C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe"));

  /** What {@code CHROMIUM} names, else the first on the {@code PATH} or at a usual place. */
  Optional<Path> find() {
    var named = Optional.ofNullable(environment.get("CHROMIUM")).map(Path::of);
    return named.isPresent() ? named : usual().filter(isProgram).findFirst();
  }

  private Stream<Path> usual() {
    return Stream.concat(NAMES.stream().flatMap(this::onPath), ELSEWHERE.stream());
  }

  private Stream<Path> onPath(String name) {
    var separator = Pattern.quote(System.getProperty("path.separator"));
    return Arrays.stream(environment.getOrDefault("PATH", "").split(separator, -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name));
  }

  /** Whether tests fail, and are not skipped, where there is none. */
  boolean isRequired() {
    return environment.containsKey("CI") || environment.containsKey("ICL_REQUIRE_BROWSER");
  }
}
