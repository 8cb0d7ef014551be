/** The pictures of a run: prediction error, weights, gradients, attention. */
@NullMarked
package io.github.icldynamics.lab.plot;

import org.jspecify.annotations.NullMarked;
