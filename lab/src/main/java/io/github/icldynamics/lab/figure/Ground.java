package io.github.icldynamics.lab.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** What lies under the curves of a panel. */
sealed interface Ground {
  /** White paper with lines at the marks of the axes. */
  record Ruled() implements Ground {}

  /** The colours of class probabilities from edge to edge. */
  record Shaded(ProbabilityField field) implements Ground {
    void paint(Graphics2D graphics, Rectangle2D plot) {
      new ColorImage((x, y) -> ClassShade.of(field.at(x, y))).paint(graphics, plot);
    }
  }

  /** Coloured cells, with a line along each labelled mark of their colours. */
  record Coloured(CellField field) implements Ground {
    private static final BasicStroke CONTOUR =
        new BasicStroke(1.1f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    void paint(Graphics2D graphics, Rectangle2D plot, ScaledAxis x, ScaledAxis y) {
      new ColorImage(
              (across, up) ->
                  field.color(
                      x.low() + across * (x.high() - x.low()), y.low() + up * (y.high() - y.low())))
          .paint(graphics, plot);
      graphics.setPaint(Theme.CONTOUR);
      graphics.setStroke(CONTOUR);
      for (var tick : field.colors().ticks()) {
        if (!tick.label().isEmpty()) {
          graphics.draw(contour(tick.place(), plot, x, y));
        }
      }
    }

    private Path2D contour(double level, Rectangle2D plot, ScaledAxis x, ScaledAxis y) {
      var path = new Path2D.Double();
      for (var segment : field.contour(level)) {
        path.moveTo(
            plot.getX() + x.fractionOfPlace(segment.from().x()) * plot.getWidth(),
            plot.getMaxY() - y.fractionOfPlace(segment.from().y()) * plot.getHeight());
        path.lineTo(
            plot.getX() + x.fractionOfPlace(segment.to().x()) * plot.getWidth(),
            plot.getMaxY() - y.fractionOfPlace(segment.to().y()) * plot.getHeight());
      }
      return path;
    }
  }
}
