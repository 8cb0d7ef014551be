/** Documents as text: YAML and JSON read with errors that say where, and written in one way. */
@NullMarked
package io.github.icldynamics.lab.text;

import org.jspecify.annotations.NullMarked;
