package io.github.icldynamics.claim;

/**
 * The paper whose setting a claim speaks of.
 *
 * @param key the word for it on the command line and in JSON
 * @param reference authors, title, venue
 */
public record Paper(String key, String reference) {}
