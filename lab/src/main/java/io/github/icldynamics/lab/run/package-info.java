/** Runs of any system carried out: their parts on threads, put together as a record. */
@NullMarked
package io.github.icldynamics.lab.run;

import org.jspecify.annotations.NullMarked;
