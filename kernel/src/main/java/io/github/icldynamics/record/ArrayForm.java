package io.github.icldynamics.record;

/**
 * A matrix that is too large to be held: stored row by row as its parts are made.
 *
 * @param name as files and programs call it
 * @param rows one a part
 * @param columns of the longest row
 * @param sentence what it holds
 */
public record ArrayForm(String name, int rows, int columns, String sentence) {}
