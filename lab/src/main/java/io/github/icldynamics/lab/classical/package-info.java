/**
 * In-context classifiers side by side: the trained layer of linear attention against the classical
 * rules that see nothing but the prompt, all measured by the error that they make under the true
 * posterior ({@link io.github.icldynamics.lab.classical.ClassifierComparison}).
 *
 * <p>The layer and the linear discriminants are formulas and written here; logistic regression,
 * nearest neighbours and support vector machines are Tribuo's, and no other package knows it.
 */
@NullMarked
package io.github.icldynamics.lab.classical;

import org.jspecify.annotations.NullMarked;
