package io.github.icldynamics.record;

/**
 * A named time of a run.
 *
 * @param name a path of names with dots between, such as {@code queries.1.convergence}
 * @param tau the flow time
 * @param sentence what happens there
 */
public record Landmark(String name, double tau, String sentence) {}
