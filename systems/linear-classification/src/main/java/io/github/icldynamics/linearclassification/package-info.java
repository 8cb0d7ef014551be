/** In-context classification of Gaussian mixtures by linear attention, as a system to plug in. */
@NullMarked
package io.github.icldynamics.linearclassification;

import org.jspecify.annotations.NullMarked;
