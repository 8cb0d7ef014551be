/** Threads and bars as values that are handed in: whoever has them brings them. */
@NullMarked
package io.github.icldynamics.work;

import org.jspecify.annotations.NullMarked;
