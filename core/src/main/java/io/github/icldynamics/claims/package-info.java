/**
 * Published statements, and this project's own, as data that can be put to the test. A {@link
 * io.github.icldynamics.claims.Claim} says what it says, fixes constants, and knows how to measure
 * what they predict; its {@link io.github.icldynamics.claims.Verdict} is Holds, Fails, Inconclusive
 * or NotApplicable. A check of a quantity {@code x ± u} against {@code t ± d} is met, missed or
 * open:
 *
 * <pre>  |x − t| + u ≤ d        |x − t| − u &gt; d        neither</pre>
 *
 * <p>A catalogue for each paper lives in a package below; a run too short never refutes a claim.
 */
@NullMarked
package io.github.icldynamics.claims;

import org.jspecify.annotations.NullMarked;
