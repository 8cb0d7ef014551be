/**
 * In-context classifiers side by side: the trained layer against rules that see nothing but the
 * prompt, all measured by the error that they make under the true posterior.
 */
@NullMarked
package io.github.icldynamics.linearclassification.comparison;

import org.jspecify.annotations.NullMarked;
