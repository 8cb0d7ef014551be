/**
 * The fields of an experiment, each declared once as a {@link io.github.icldynamics.schema.Field};
 * what is read, written, described, offered as an option and refused follows from the declaration.
 */
@NullMarked
package io.github.icldynamics.schema;

import org.jspecify.annotations.NullMarked;
