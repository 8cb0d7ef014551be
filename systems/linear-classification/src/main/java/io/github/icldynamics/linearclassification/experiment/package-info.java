/** Experiments of the system as values: equal experiments give equal bits. */
@NullMarked
package io.github.icldynamics.linearclassification.experiment;

import org.jspecify.annotations.NullMarked;
