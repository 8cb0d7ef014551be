/** Training runs towards the minimiser of the risk, and how fast they approach it. */
@NullMarked
package io.github.icldynamics.linearclassification.training;

import org.jspecify.annotations.NullMarked;
