/**
 * Published statements, and this project's own, as data that can be put to the test. A {@link
 * io.github.icldynamics.claim.Claim} says what it says, fixes constants, measures what they
 * predict, and then judges; its {@link io.github.icldynamics.claim.Verdict} is Holds, Fails,
 * Inconclusive or NotApplicable. A check of a quantity {@code x ± u} against {@code t ± d} is met,
 * missed or open:
 *
 * <pre>  |x − t| + u ≤ d        |x − t| − u &gt; d        neither</pre>
 *
 * <p>Each system brings a {@link io.github.icldynamics.claim.Catalogue} a paper; a run too short
 * never refutes a claim.
 */
@NullMarked
package io.github.icldynamics.claim;

import org.jspecify.annotations.NullMarked;
