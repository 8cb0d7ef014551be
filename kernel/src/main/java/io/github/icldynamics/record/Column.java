package io.github.icldynamics.record;

/**
 * A column of a table, described.
 *
 * @param name as files and programs call it
 * @param kind of its cells
 * @param unit may be empty
 * @param sentence what it holds
 */
public record Column(String name, Kind kind, String unit, String sentence) {
  /** What a cell is. */
  public enum Kind {
    /** A whole number; always there. */
    WHOLE,
    /** A number; NaN where there is none. */
    REAL,
    /** A text; empty where there is none. */
    TEXT
  }

  /** A column of whole numbers. */
  public static Column whole(String name, String sentence) {
    return new Column(name, Kind.WHOLE, "", sentence);
  }

  /** A column of numbers. */
  public static Column real(String name, String sentence) {
    return new Column(name, Kind.REAL, "", sentence);
  }

  /** A column of texts. */
  public static Column text(String name, String sentence) {
    return new Column(name, Kind.TEXT, "", sentence);
  }

  /** The same with a unit. */
  public Column in(String other) {
    return new Column(name, kind, other, sentence);
  }
}
