/** Estimates with their errors, and fits: what is known of a number, and how well. */
@NullMarked
package io.github.icldynamics.statistics;

import org.jspecify.annotations.NullMarked;
