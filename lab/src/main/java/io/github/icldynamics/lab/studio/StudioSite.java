package io.github.icldynamics.lab.studio;

import io.github.icldynamics.lab.text.Yaml;
import io.github.icldynamics.system.Given;
import java.util.Optional;

/**
 * What a server shows.
 *
 * @param page the files of the page
 * @param experiment the text of an experiment that the page opens, if there is one
 */
public record StudioSite(PageFiles page, Optional<String> experiment) {
  private static final String EXPERIMENT = "run/experiment.yaml";

  /** The page as it is without an experiment. */
  public static StudioSite of(PageFiles page) {
    return new StudioSite(page, Optional.empty());
  }

  /** The page with an experiment opened. */
  public static StudioSite of(PageFiles page, Given<?> given) {
    return new StudioSite(page, Optional.of(Yaml.text(given.document())));
  }

  /** Where to begin: a relative address. */
  String start() {
    return experiment.isPresent() ? "#open=" + EXPERIMENT : "";
  }

  /** What is at an absolute path. */
  Optional<Asset> at(String path) {
    if (path.equals("/" + EXPERIMENT)) {
      return experiment.map(text -> Asset.of(MediaType.YAML, text));
    }
    return page.at(path.equals("/") ? "/index.html" : path);
  }
}
