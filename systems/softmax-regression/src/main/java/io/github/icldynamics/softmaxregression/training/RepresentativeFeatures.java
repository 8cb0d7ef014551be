package io.github.icldynamics.softmaxregression.training;

import io.github.icldynamics.softmaxregression.law.TokenLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hipparchus.util.FastMath;

/** A readable number of features that stand for a law, most of its groups among them. */
public final class RepresentativeFeatures {
  private static final int MOST = 7;

  private RepresentativeFeatures() {}

  /** Ascending features; all of them if they are few. */
  public static List<Long> of(TokenLaw law) {
    return law.groups().size() >= MOST ? spreadOverGroups(law) : fromEachGroup(law);
  }

  /** First members of groups at logarithmically spaced positions. */
  private static List<Long> spreadOverGroups(TokenLaw law) {
    var groups = spread(law.groups().size(), MOST);
    for (int group = 0; groups.size() < MOST; group++) {
      groups.add(group);
    }
    return groups.stream().map(law::firstFeature).toList();
  }

  /**
   * Logarithmically spaced places from 0 to {@code size − 1}, both of them among them.
   *
   * @param most how many at most, at least 2
   */
  public static SortedSet<Integer> spread(int size, int most) {
    var places = new TreeSet<Integer>();
    for (int i = 0; i < most; i++) {
      places.add((int) FastMath.rint(FastMath.pow((double) size, (double) i / (most - 1))) - 1);
    }
    return places;
  }

  /** One member of each group, the places left to the largest groups in turn. */
  private static List<Long> fromEachGroup(TokenLaw law) {
    var features = new ArrayList<Long>();
    int free = MOST - law.groups().size();
    for (int group = 0; group < law.groups().size(); group++) {
      long members = law.groups().get(group).count();
      long shown = Math.min(members, 1L + free);
      free -= (int) (shown - 1);
      for (long member = 0; member < shown; member++) {
        features.add(law.firstFeature(group) + member);
      }
    }
    return features;
  }
}
