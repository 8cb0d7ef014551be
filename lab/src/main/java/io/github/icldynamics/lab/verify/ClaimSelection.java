package io.github.icldynamics.lab.verify;

import io.github.icldynamics.claim.Catalogue;
import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.schema.Words;
import java.util.List;
import java.util.Optional;

/**
 * Finds claims by the words of the command line.
 *
 * @param catalogues of all systems
 */
public record ClaimSelection(List<Catalogue> catalogues) {
  public ClaimSelection {
    catalogues = List.copyOf(catalogues);
  }

  /** The keys of all papers. */
  public List<String> papers() {
    return catalogues.stream().map(catalogue -> catalogue.paper().key()).toList();
  }

  /** All claims, catalogue by catalogue. */
  public List<Claim> all() {
    return catalogues.stream().flatMap(catalogue -> catalogue.claims().stream()).toList();
  }

  /** The claims of a paper. */
  public List<Claim> of(String paper) {
    return catalogues.stream()
        .filter(catalogue -> catalogue.paper().key().equals(paper))
        .findFirst()
        .map(Catalogue::claims)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "--paper", "must be " + Words.alternatives(papers()) + ", not " + paper));
  }

  /** Claims whose readings answer what was asked of a paper. */
  public List<String> headlines() {
    return catalogues.stream().flatMap(catalogue -> catalogue.headlines().stream()).toList();
  }

  /** Those of some claims that have one of the names, in the order of the names. */
  public List<Claim> named(List<String> names, List<Claim> among) {
    return names.stream().distinct().map(name -> named(name, among)).toList();
  }

  private Claim named(String name, List<Claim> among) {
    return among.stream()
        .filter(claim -> claim.id().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name, among));
  }

  private InvalidInputException unknown(String name, List<Claim> among) {
    var near =
        papers().contains(name)
            ? Optional.of("--paper " + name)
            : Words.nearest(name, among.stream().map(Claim::id).toList());
    boolean isOfAnother = all().stream().anyMatch(claim -> claim.id().equals(name));
    return new InvalidInputException(
        "CLAIM",
        isOfAnother
            ? "must be one about the paper that --paper names, not " + name
            : "must be one of those that icl verify --list names, not "
                + new Node.Text(name).given()
                + near.map(word -> "; did you mean " + word + "?").orElse(""));
  }
}
