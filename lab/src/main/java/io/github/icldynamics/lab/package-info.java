/** The laboratory for people: every system run, stored, drawn, told, verified and served. */
@NullMarked
package io.github.icldynamics.lab;

import org.jspecify.annotations.NullMarked;
