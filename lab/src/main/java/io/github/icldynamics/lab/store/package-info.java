/**
 * Run folders: the experiment, its provenance, the record with its tables and arrays, the summary
 * and the pictures; complete or not there at all. Parts of a run that is being made are kept in a
 * log, from which it can be resumed.
 */
@NullMarked
package io.github.icldynamics.lab.store;

import org.jspecify.annotations.NullMarked;
