package io.github.icldynamics.lab.verify;

import io.github.icldynamics.claims.Claim;
import io.github.icldynamics.claims.Paper;
import io.github.icldynamics.claims.huang2024.Huang2024;
import io.github.icldynamics.claims.shen2025.Shen2025;
import io.github.icldynamics.lab.experiment.NearestName;
import io.github.icldynamics.prompt.InvalidInputException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds claims by the words of the command line. */
public final class ClaimSelection {
  private ClaimSelection() {}

  /** The catalogue of a paper. */
  public static List<Claim> of(Paper paper) {
    return switch (paper) {
      case HUANG_2024 -> Huang2024.claims();
      case SHEN_2025 -> Shen2025.claims();
    };
  }

  /** All catalogues, paper by paper. */
  public static List<Claim> all() {
    return Arrays.stream(Paper.values()).flatMap(paper -> of(paper).stream()).toList();
  }

  /** The paper with a key. */
  public static Paper paper(String key) {
    var keys = Arrays.stream(Paper.values()).map(Paper::key).toList();
    return Arrays.stream(Paper.values())
        .filter(paper -> paper.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "--paper", "must be " + String.join(" or ", keys) + ", not " + key));
  }

  /** Those of some claims that have one of the names, in the order of the names. */
  public static List<Claim> named(List<String> names, List<Claim> among) {
    return names.stream().distinct().map(name -> named(name, among)).toList();
  }

  private static Claim named(String name, List<Claim> among) {
    return among.stream()
        .filter(claim -> claim.id().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name, among));
  }

  private static InvalidInputException unknown(String name, List<Claim> among) {
    boolean paper = Arrays.stream(Paper.values()).anyMatch(p -> p.key().equals(name));
    var near =
        paper
            ? Optional.of("--paper " + name)
            : NearestName.of(name, among.stream().map(Claim::id).toList());
    return new InvalidInputException(
        "CLAIM",
        "must be one of those that icl verify --list names, not "
            + name
            + near.map(word -> "; did you mean " + word + "?").orElse(""));
  }
}
