/**
 * Claims carried out on threads, and what is written down of them: a JSON document for programs and
 * a web page with the figures for people.
 */
@NullMarked
package io.github.icldynamics.lab.verify;

import org.jspecify.annotations.NullMarked;
