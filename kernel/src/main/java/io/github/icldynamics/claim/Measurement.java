package io.github.icldynamics.claim;

/**
 * What the inquiry of a claim has measured: kept, so that other constants can be judged by it.
 *
 * @param id of the claim
 * @param conditions under which it was measured
 * @param judgement what is made of it
 */
public record Measurement(String id, Constants conditions, Judgement judgement) {}
