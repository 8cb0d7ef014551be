/** What is told and drawn of a run, from its record alone. */
@NullMarked
package io.github.icldynamics.linearclassification.views;

import org.jspecify.annotations.NullMarked;
