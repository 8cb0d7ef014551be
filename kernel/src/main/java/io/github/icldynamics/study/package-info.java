/**
 * Questions about a system, answered by runs: charts, and prose with the numbers that they show.
 */
@NullMarked
package io.github.icldynamics.study;

import org.jspecify.annotations.NullMarked;
