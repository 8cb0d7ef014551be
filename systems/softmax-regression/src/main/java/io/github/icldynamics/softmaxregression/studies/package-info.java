/** Questions that were asked in print about the first paper, answered with exact runs. */
@NullMarked
package io.github.icldynamics.softmaxregression.studies;

import org.jspecify.annotations.NullMarked;
