package io.github.icldynamics.lab.figure;

/** How much of the page a panel takes, its axes and title included. */
record PanelSize(double width, double height) {}
