package io.github.icldynamics.softmaxregression.law;

/**
 * The part that a group of features plays in the column of a query: the order of groups is the
 * law's, and does not tell.
 */
public enum GroupRole {
  /** The query's own feature. */
  QUERY("query"),
  /** The only feature that is more frequent than all others. */
  DOMINANT("dominant"),
  /** All others of a law with few kinds of features. */
  REST("rest"),
  /** One of many: its rank by frequency says which. */
  RANK("rank");

  /** Columns with more groups than these are laws of many. */
  private static final int FEW = 3;

  private final String title;

  GroupRole(String title) {
    this.title = title;
  }

  /** The word for it. */
  public String title() {
    return title;
  }

  /** The role of a group. */
  public static GroupRole of(QueryColumn column, int group) {
    if (group == column.query()) {
      return QUERY;
    }
    if (column.size() > FEW) {
      return RANK;
    }
    return isDominant(column, group) ? DOMINANT : REST;
  }

  private static boolean isDominant(QueryColumn column, int group) {
    boolean dominates = column.count(group) == 1;
    for (int other = 0; other < column.size(); other++) {
      dominates &= other == group || column.probability(other) < column.probability(group);
    }
    return dominates;
  }
}
