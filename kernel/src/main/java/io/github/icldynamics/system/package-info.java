/**
 * What a system is to everybody who is none: {@link io.github.icldynamics.system.LearningSystem},
 * the plug. It says how its experiments are written, turns one into a {@link
 * io.github.icldynamics.system.RunPlan} of parts that do not depend on each other, and makes of the
 * record what is told and drawn.
 */
@NullMarked
package io.github.icldynamics.system;

import org.jspecify.annotations.NullMarked;
