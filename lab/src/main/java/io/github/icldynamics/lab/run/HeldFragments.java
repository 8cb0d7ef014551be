package io.github.icldynamics.lab.run;

import io.github.icldynamics.system.Fragment;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Parts held in memory, without their rows of arrays: for runs that are not stored. */
public final class HeldFragments implements Fragments {
  private final Map<String, Fragment> fragments = new ConcurrentHashMap<>();

  @Override
  public Set<String> kept() {
    return Set.copyOf(fragments.keySet());
  }

  @Override
  public void keep(String part, Fragment fragment) {
    fragments.put(part, Fragment.of(fragment.tables()));
  }

  @Override
  public Fragment read(String part) {
    return Objects.requireNonNull(fragments.get(part));
  }
}
