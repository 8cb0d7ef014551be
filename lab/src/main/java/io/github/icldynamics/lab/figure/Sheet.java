package io.github.icldynamics.lab.figure;

import io.github.icldynamics.chart.MultiPanel;

/** What a picture is laid out for: its letters, and how large its panels and matrices may be. */
sealed interface Sheet {
  Typeface typeface();

  /** The panel of a figure that has one. */
  Panel.Size single();

  /** How many panels lie side by side. */
  int columns(MultiPanel.Arrangement arrangement, int panels);

  /** Each of several panels. */
  Panel.Size panel(MultiPanel.Arrangement arrangement, int panels);

  /** The longer side of the plot of a map of probabilities. */
  double mapSide(int columns, int rows);

  /** The width for matrices and what is around them, on one line. */
  double matrixWidth();

  /** How large a side of a matrix is at most. */
  double matrixSide();

  /** A screen: large, as many panels beside each other as the figure asks for. */
  record Screen() implements Sheet {
    @Override
    public Typeface typeface() {
      return Typeface.SANS;
    }

    @Override
    public Panel.Size single() {
      return new Panel.Size(800, 480);
    }

    @Override
    public int columns(MultiPanel.Arrangement arrangement, int panels) {
      return arrangement.columns(panels);
    }

    @Override
    public Panel.Size panel(MultiPanel.Arrangement arrangement, int panels) {
      return arrangement == MultiPanel.Arrangement.STACKED
          ? new Panel.Size(800, 320)
          : new Panel.Size(520, 420);
    }

    @Override
    public double mapSide(int columns, int rows) {
      return switch (columns) {
        case 1 -> 420;
        case 2 -> 380;
        default -> 320;
      };
    }

    @Override
    public double matrixWidth() {
      return Double.POSITIVE_INFINITY;
    }

    @Override
    public double matrixSide() {
      return Double.POSITIVE_INFINITY;
    }
  }

  /** Paper: as wide as told, and no title is expected. */
  record Print(PaperWidth width) implements Sheet {
    private static final double LEAST_PANEL = 260;
    private static final double LOWEST_PANEL = 230;
    private static final double SLENDERNESS = 0.74;
    private static final double HIGHEST_PANEL = 400;

    /** All panels of a figure together: with its legend they have to find room on a page. */
    private static final double HIGHEST_FIGURE = 860;

    private static final double AROUND_A_MAP = 90;
    private static final double MAPS_HEIGHT = 960;
    private static final double LARGEST_MAP = 320;
    private static final double LARGEST_MATRIX = 200;
    private static final double AROUND_MATRICES = 150;

    @Override
    public Typeface typeface() {
      return Typeface.serif();
    }

    @Override
    public Panel.Size single() {
      return of(width.units());
    }

    private static Panel.Size of(double width) {
      return new Panel.Size(width, Math.clamp(SLENDERNESS * width, LOWEST_PANEL, HIGHEST_PANEL));
    }

    @Override
    public int columns(MultiPanel.Arrangement arrangement, int panels) {
      int most = (int) (width.units() / LEAST_PANEL);
      return Math.min(arrangement.columns(panels), most);
    }

    @Override
    public Panel.Size panel(MultiPanel.Arrangement arrangement, int panels) {
      int columns = columns(arrangement, panels);
      double wide = (double) width.units() / columns;
      double high =
          arrangement == MultiPanel.Arrangement.STACKED ? LOWEST_PANEL : of(wide).height();
      return new Panel.Size(wide, Math.min(high, HIGHEST_FIGURE / Math.ceilDiv(panels, columns)));
    }

    @Override
    public double mapSide(int columns, int rows) {
      double wide = (double) width.units() / columns - AROUND_A_MAP;
      double high = MAPS_HEIGHT / rows - AROUND_A_MAP;
      return Math.min(LARGEST_MAP, Math.min(wide, high));
    }

    @Override
    public double matrixWidth() {
      return width.units();
    }

    @Override
    public double matrixSide() {
      return Math.min(LARGEST_MATRIX, (width.units() - AROUND_MATRICES) / 2);
    }
  }
}
