/**
 * The studies that were asked for in print: each computes its curves anew, draws them and says in a
 * paragraph what they show, with the numbers it has just measured.
 */
@NullMarked
package io.github.icldynamics.lab.study;

import org.jspecify.annotations.NullMarked;
