/**
 * The studies of all systems written down: pages of Markdown with their figures, the numbers that
 * were measured, and an experiment each.
 */
@NullMarked
package io.github.icldynamics.lab.study;

import org.jspecify.annotations.NullMarked;
