/** What tests of several modules share. */
@NullMarked
package io.github.icldynamics.contract;

import org.jspecify.annotations.NullMarked;
