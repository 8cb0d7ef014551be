package io.github.icldynamics.chart;

/** A picture as data. The same chart is always painted to the same bytes. */
public sealed interface Chart
    permits LineChart, MultiPanel, HeatmapRow, ProbabilityMap, MatrixMap, ContourMap {}
