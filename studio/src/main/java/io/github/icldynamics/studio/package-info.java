/**
 * The kernel and the softmax regression as the studio's page calls them, compiled to WebAssembly:
 * an experiment goes in, a run sampled at common times comes out.
 *
 * <p>Numbers cross the border as doubles and never as text: the runtime's own reading of decimals
 * is not correctly rounded, and equal bits are what the studio promises. What the page means by a
 * name is said in {@code src/main/web/src/engine/run.js}.
 */
@NullMarked
package io.github.icldynamics.studio;

import org.jspecify.annotations.NullMarked;
