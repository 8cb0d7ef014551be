package io.github.icldynamics.lab.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * An axis of JFreeChart that runs from 0 to 1 and shows the marks of a {@link ScaledAxis}, but not
 * its texts: JFreeChart turns labels into outlines, and places those of marks by whole units.
 */
@SuppressWarnings("serial") // JFreeChart's axes are serializable; nobody writes this one
final class TickedAxis extends NumberAxis {
  private final ScaledAxis axis;

  TickedAxis(ScaledAxis axis) {
    super(null);
    this.axis = axis;
    setRange(0, 1);
    setTickLabelsVisible(false);
    setAxisLineVisible(false);
    setTickMarkPaint(Theme.AXIS);
    setTickMarkStroke(Theme.HAIRLINE);
    setTickMarkOutsideLength(5);
    setMinorTickMarksVisible(true);
    setMinorTickMarkOutsideLength(2.5f);
  }

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
    var anchor =
        RectangleEdge.isTopOrBottom(edge) ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
    return axis.ticks().stream().map(tick -> tick(tick, anchor)).toList();
  }

  private NumberTick tick(AxisTick tick, TextAnchor anchor) {
    var type = tick.label().isEmpty() ? TickType.MINOR : TickType.MAJOR;
    double place = axis.fractionOfPlace(tick.place());
    return new NumberTick(type, place, tick.label(), anchor, anchor, 0);
  }

  /** A plot looks its axes up by equality: two with the same marks must stay two. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
