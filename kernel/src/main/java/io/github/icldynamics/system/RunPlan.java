package io.github.icldynamics.system;

import io.github.icldynamics.record.ArrayForm;
import io.github.icldynamics.record.Table;
import io.github.icldynamics.record.TableForm;
import java.util.List;

/** An experiment as work: parts that do not depend on each other, and what is made of them. */
public interface RunPlan {
  /** What it was made for: parts made for something else are of no use to it. */
  Wanted wanted();

  /** The parts, in the order in which their rows are stored. */
  List<Part> parts();

  /** The tables that the parts fill. */
  List<TableForm> tables();

  /** The arrays that the parts fill, a row each. */
  default List<ArrayForm> arrays() {
    return List.of();
  }

  /**
   * How the run came out.
   *
   * @param tables with the rows of all parts, in the order of {@link #tables}
   */
  Conclusion conclude(List<Table> tables);
}
