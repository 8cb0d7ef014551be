/** Sweeps carried out by Apache Spark: on the cores of a machine, or on a cluster. */
@NullMarked
package io.github.icldynamics.spark;

import org.jspecify.annotations.NullMarked;
