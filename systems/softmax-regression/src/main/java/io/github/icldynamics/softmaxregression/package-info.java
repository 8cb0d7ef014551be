/** In-context linear regression by softmax attention, as a system to plug in. */
@NullMarked
package io.github.icldynamics.softmaxregression;

import org.jspecify.annotations.NullMarked;
