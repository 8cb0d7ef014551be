/** Experiments carried out: minimiser, training, tests, written down as tables. */
@NullMarked
package io.github.icldynamics.linearclassification.run;

import org.jspecify.annotations.NullMarked;
