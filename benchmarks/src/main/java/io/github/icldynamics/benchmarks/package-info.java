/** What an evaluation, a gradient and a whole run cost. */
@NullMarked
package io.github.icldynamics.benchmarks;

import org.jspecify.annotations.NullMarked;
