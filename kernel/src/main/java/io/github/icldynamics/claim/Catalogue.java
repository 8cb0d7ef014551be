package io.github.icldynamics.claim;

import java.util.List;

/**
 * What is claimed about a system in the setting of one paper.
 *
 * @param claims in the order in which they are read
 * @param headlines claims whose readings, if they hold, answer what was asked of the paper
 */
public record Catalogue(Paper paper, List<Claim> claims, List<String> headlines) {
  public Catalogue {
    claims = List.copyOf(claims);
    headlines = List.copyOf(headlines);
  }
}
