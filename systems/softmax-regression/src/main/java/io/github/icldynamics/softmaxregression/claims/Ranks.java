package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Constants;
import io.github.icldynamics.claim.Evidence;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.LocalExponents;
import io.github.icldynamics.claim.Picture;
import io.github.icldynamics.claim.Trend;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** In which order events come, over many runs. */
final class Ranks {
  private final List<String> events;
  private final List<Long> features = new ArrayList<>();
  private final List<List<Double>> times = new ArrayList<>();
  private final List<List<Double>> ranks = new ArrayList<>();

  Ranks(List<String> events) {
    this.events = events;
    for (int i = 0; i < events.size(); i++) {
      times.add(new ArrayList<>());
      ranks.add(new ArrayList<>());
    }
  }

  /** Takes a run: its events by their times, in the given order. */
  void add(List<Double> at) {
    for (int i = 0; i < at.size(); i++) {
      double own = at.get(i);
      ranks.get(i).add(1.0 + at.stream().filter(time -> time < own).count());
    }
  }

  /** Takes a run that is to be drawn, with so many features. */
  void addAndDraw(long count, List<Double> at) {
    add(at);
    features.add(count);
    for (int i = 0; i < at.size(); i++) {
      times.get(i).add(at.get(i) / ((double) count * count));
    }
  }

  /** Every rank against the constant "rank of …" of the statement; the farthest run counts. */
  Evidence evidence(String title, Constants constants) {
    var picture = Picture.of(title, Axes.features(), Exhibit.Axis.log("τ/K²"));
    var checks = new ArrayList<Check>();
    for (int i = 0; i < events.size(); i++) {
      String name = "rank of " + events.get(i);
      double stated = constants.get(name);
      checks.add(Check.near(name, Trend.farthest(ranks.get(i), stated), stated, 0));
      picture.points(events.get(i), features, times.get(i));
    }
    var times = picture.exhibit();
    var exponents = LocalExponents.ofTimes(2, 2.0).beside(times);
    return new Evidence(checks, Stream.concat(Stream.of(times), exponents.stream()).toList());
  }
}
