/** What is told and drawn of a run, from its record alone. */
@NullMarked
package io.github.icldynamics.softmaxregression.views;

import org.jspecify.annotations.NullMarked;
