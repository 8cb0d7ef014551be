package io.github.icldynamics.studio;

import io.github.icldynamics.analysis.InitialLogits;
import io.github.icldynamics.experiment.Experiment;
import io.github.icldynamics.experiment.LabelChoice;
import io.github.icldynamics.experiment.MethodChoice;
import io.github.icldynamics.experiment.MethodConstants;
import io.github.icldynamics.experiment.QueryChoice;
import io.github.icldynamics.experiment.TokenLawChoice;
import io.github.icldynamics.experiment.Variations;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.prompt.FeatureGroup;
import io.github.icldynamics.prompt.InvalidInputException;
import io.github.icldynamics.prompt.PromptLength;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.teavm.jso.typedarrays.Float64Array;

/** Makes an experiment of what the page hands over; the core refuses what it must. */
final class ExperimentOfPage {
  private final PageExperiment page;
  private final double[] law;

  private ExperimentOfPage(PageExperiment page) {
    this.page = page;
    this.law = numbers(page.getLawNumbers());
  }

  /**
   * The experiment.
   *
   * @param tolerance of one step of the flow; empty: that of the laboratory
   */
  static Experiment of(PageExperiment page, OptionalDouble tolerance) {
    return new ExperimentOfPage(page).experiment(tolerance);
  }

  private Experiment experiment(OptionalDouble tolerance) {
    double until = page.getUntil();
    return new Experiment(
        tokenLaw(),
        promptLength(),
        new LabelChoice(LabelChoice.linear().moments(), page.getNoise()),
        method(),
        page.getLearningRate(),
        page.getEpsilon(),
        Double.isNaN(until) ? OptionalDouble.empty() : OptionalDouble.of(until),
        queries(),
        MethodConstants.defaults().withTolerance(tolerance),
        Variations.none().withInitial(initial()));
  }

  private TokenLawChoice tokenLaw() {
    return switch (page.getLawKind()) {
      case "imbalanced" -> new TokenLawChoice.Imbalanced((long) law[0], law[1]);
      case "balanced" -> new TokenLawChoice.Balanced((long) law[0]);
      case "zipf" -> new TokenLawChoice.Zipf((long) law[0], law[1]);
      case "probabilities" -> new TokenLawChoice.Probabilities(Vector.of(law));
      case "groups" -> new TokenLawChoice.Groups(groups());
      default -> throw unknown("tokenLaw", page.getLawKind());
    };
  }

  private List<FeatureGroup> groups() {
    var groups = new ArrayList<FeatureGroup>();
    for (int i = 0; i + 1 < law.length; i += 2) {
      groups.add(new FeatureGroup(law[i], (long) law[i + 1]));
    }
    return groups;
  }

  private PromptLength promptLength() {
    double length = page.getPromptLength();
    return Double.isInfinite(length) ? PromptLength.infinite() : PromptLength.of((long) length);
  }

  private InitialLogits initial() {
    double[] initial = numbers(page.getInitial());
    return initial.length == 0
        ? new InitialLogits.Zero()
        : new InitialLogits.Gaussian(initial[0], (long) initial[1]);
  }

  private MethodChoice method() {
    return MethodChoice.named(page.getMethod())
        .orElseThrow(() -> unknown("training.method", page.getMethod()));
  }

  private QueryChoice queries() {
    return switch (page.getQueryKind()) {
      case "auto" -> new QueryChoice.Automatic();
      case "all" -> new QueryChoice.All();
      default -> {
        var queries = new ArrayList<Long>();
        for (double query : numbers(page.getQueries())) {
          queries.add((long) query);
        }
        yield new QueryChoice.Listed(queries);
      }
    };
  }

  private static InvalidInputException unknown(String field, String given) {
    return new InvalidInputException(field, "must be one that the studio knows, not " + given);
  }

  private static double[] numbers(Float64Array array) {
    double[] numbers = new double[array.getLength()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = array.get(i);
    }
    return numbers;
  }
}
