/**
 * The runs that there are: found by what they are and what they have measured, compared, exported,
 * made again.
 */
@NullMarked
package io.github.icldynamics.lab.runs;

import org.jspecify.annotations.NullMarked;
