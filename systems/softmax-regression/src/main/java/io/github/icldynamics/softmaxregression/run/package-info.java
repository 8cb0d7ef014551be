/** Experiments carried out: columns trained, sampled and written down as tables. */
@NullMarked
package io.github.icldynamics.softmaxregression.run;

import org.jspecify.annotations.NullMarked;
