package io.github.icldynamics.lab.run;

import io.github.icldynamics.system.Fragment;
import java.util.Set;

/** Where the parts of a run are kept until all are done; threads may share it. */
public interface Fragments {
  /** The names of the parts that are kept. */
  Set<String> kept();

  /** Keeps what a part has measured. */
  void keep(String part, Fragment fragment);

  /** What a part that is kept has measured. */
  Fragment read(String part);
}
