package io.github.icldynamics.study;

import java.util.function.Supplier;

/**
 * A question about a system, and how its answer is worked out.
 *
 * @param <E> the system's experiments
 * @param key its name on the command line and of its files
 * @param experiment one run of it
 * @param page what it shows; a pure function that may take a while
 */
public record Study<E>(String key, Supplier<E> experiment, Supplier<StudyPage> page) {}
