/**
 * Classical classifiers that see nothing but the prompt and are a library's: logistic regression,
 * nearest neighbours and support vector machines of Tribuo, which no other module knows.
 */
@NullMarked
package io.github.icldynamics.classicalclassifiers;

import org.jspecify.annotations.NullMarked;
