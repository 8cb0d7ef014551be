/**
 * The studio, a static page that computes in the browser, served to this machine alone.
 *
 * <p>A {@link io.github.icldynamics.lab.studio.StudioSite} is the page and perhaps one experiment
 * for it to open; a {@link io.github.icldynamics.lab.studio.StudioServer} answers for it at
 * 127.0.0.1.
 */
@NullMarked
package io.github.icldynamics.lab.studio;

import org.jspecify.annotations.NullMarked;
