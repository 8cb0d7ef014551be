package io.github.icldynamics.chart;

/** A point of a curve; one that its axes cannot show breaks the curve. */
public record Point(double x, double y) {}
