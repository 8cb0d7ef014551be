package io.github.icldynamics.lab.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The combinations of values of those axes that a picture does not show.
 *
 * @param axes all axes
 * @param shown those that the picture has
 */
record Combinations(List<PlotAxis> axes, List<PlotAxis> shown) {
  /** A picture with more panels could not be read. */
  private static final int MOST = 4;

  /** Places of all axes, 0 where the picture has the axis; at most four. */
  List<List<Integer>> places() {
    List<List<Integer>> places = List.of(List.of());
    for (var axis : axes) {
      var longer = new ArrayList<List<Integer>>();
      int number = shown.contains(axis) ? 1 : axis.size();
      for (var place : places) {
        for (int i = 0; i < number && longer.size() < MOST; i++) {
          var more = new ArrayList<>(place);
          more.add(i);
          longer.add(more);
        }
      }
      places = longer;
    }
    return places;
  }

  /** What tells a combination apart; empty if there is but one. */
  String title(List<Integer> place) {
    return IntStream.range(0, axes.size())
        .filter(i -> !shown.contains(axes.get(i)) && axes.get(i).size() > 1)
        .mapToObj(i -> axes.get(i).valueText(place.get(i)))
        .collect(Collectors.joining(", "));
  }

  /** A combination with the places of axes that the picture has. */
  List<Integer> with(List<Integer> place, PlotAxis axis, int index) {
    var changed = new ArrayList<>(place);
    changed.set(axes.indexOf(axis), index);
    return changed;
  }
}
