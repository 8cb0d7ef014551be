/** The network token by token: linear attention over labelled tokens. */
@NullMarked
package io.github.icldynamics.linearclassification.network;

import org.jspecify.annotations.NullMarked;
