/**
 * Experiments as files: everything that decides a result, read from YAML or JSON with errors that
 * name the field, and written back in one canonical form whose hash names the run.
 */
@NullMarked
package io.github.icldynamics.lab.experiment;

import org.jspecify.annotations.NullMarked;
