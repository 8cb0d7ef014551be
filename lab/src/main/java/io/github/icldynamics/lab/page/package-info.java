/** Web pages that need nothing else: their frame, tables, and pictures in place. */
@NullMarked
package io.github.icldynamics.lab.page;

import org.jspecify.annotations.NullMarked;
