/**
 * What a run has measured, as data: facts with units and uncertainties, landmarks that say what
 * ended where, tables that describe every column.
 */
@NullMarked
package io.github.icldynamics.record;

import org.jspecify.annotations.NullMarked;
