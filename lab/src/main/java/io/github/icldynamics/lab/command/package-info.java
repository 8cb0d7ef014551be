/** The {@code icl} command: options in, short tables or one JSON document out, exit codes. */
@NullMarked
package io.github.icldynamics.lab.command;

import org.jspecify.annotations.NullMarked;
