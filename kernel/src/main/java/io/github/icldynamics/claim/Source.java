package io.github.icldynamics.claim;

/**
 * Where a claim comes from.
 *
 * @param place the part of the paper, or the page of this project's derivation
 */
public record Source(Paper paper, Standing standing, String place) {}
