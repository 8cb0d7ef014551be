package io.github.icldynamics.softmaxregression.network;

/**
 * A prompt with its answer.
 *
 * @param answer the task's value at the query, without noise
 */
public record AnsweredPrompt(Prompt prompt, double answer) {}
