package io.github.icldynamics.lab.studio;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.lab.text.Yaml;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import io.github.icldynamics.softmaxregression.training.ColumnState;
import io.github.icldynamics.softmaxregression.training.LayerRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The page's numbers against the JVM's, to the last bit. On the way the experiment is read and
 * written as YAML by the page, so that both must also agree on what the experiment is.
 */
class StudioBitsTest {
  @RegisterExtension static final StudioBrowser BROWSER = StudioBrowser.studio();

  private static final String TRAIN =
      """
      async (yaml) => {
        const { fromYaml, toYaml } = await import('./src/state/yaml.js');
        const { createEngine } = await import('./src/engine/engine.js');
        const bits = (numbers) =>
          Array.from(new BigUint64Array(Float64Array.from(numbers).buffer), String).join(' ');
        const experiment = await fromYaml(yaml);
        window.engineUnderTest ??= createEngine();
        const run = await window.engineUnderTest.run(experiment, { draft: false });
        return {
          yaml: toYaml(experiment),
          times: bits(run.times),
          columns: run.columns.map((column) => ({
            query: String(column.query),
            convergence: bits([column.convergence ?? NaN]),
            floor: bits([column.floor ?? NaN]),
            phases: bits(column.phases.flatMap((phase) => [phase.from, phase.to])),
            error: bits(column.error),
            logits: bits(column.logits),
            descent: bits(column.descent),
            attention: bits(column.attention),
          })),
        };
      }
      """;

  /**
   * All laws, K to 10⁹, N to ∞, the flow and gradient descent; other methods, noise, Q not zero.
   */
  static Stream<String> experiments() {
    var experiments = new ArrayList<String>();
    for (String features : List.of("2", "3", "10", "100", "1e4", "1e6", "1e9")) {
      for (String length : List.of("1e3", "1e12", "1e18", "inf")) {
        experiments.add(flow("imbalanced: {features: " + features + ", dominant: 0.5}", length));
      }
      experiments.add(flow("balanced: {features: " + features + "}", "1e15"));
    }
    for (double dominant : List.of(0.01, 0.2, 0.9, 0.99)) {
      experiments.add(flow("imbalanced: {features: 100, dominant: " + dominant + "}", "10000"));
    }
    experiments.add(flow("balanced: {features: 50}", "2"));
    experiments.add(flow("balanced: {features: 50}", "inf"));
    for (double exponent : List.of(0.0, 0.5, 1.0, 1.5)) {
      experiments.add(flow("zipf: {features: 6, exponent: " + exponent + "}", "10000"));
    }
    experiments.add(flow("probabilities: [0.4, 0.25, 0.15, 0.1, 0.06, 0.04]", "500"));
    experiments.add(
        flow("groups: [{probability: 0.3, count: 2}, {probability: 0.0004, count: 1000}]", "1e6"));
    for (String method : List.of("gd", "momentum", "nesterov", "adam", "signgd", "normalized")) {
      experiments.add(small("training: {method: " + method + ", learningRate: 0.5, until: 200}"));
    }
    experiments.add(
        small("training: {method: sgd, batch: 20, seed: 3, learningRate: 0.5, until: 40}"));
    experiments.add(small("training: {method: momentum, momentum: 0.5, until: 100}"));
    experiments.add(small("training: {method: adam, beta1: 0.8, adamEpsilon: 1e-6, until: 50}"));
    experiments.add(small("training: {tolerance: 1e-7}"));
    experiments.add(small("training: {method: gd, learningRate: 0.7}"));
    experiments.add(small("training: {method: gd, learningRate: 3, epsilon: 0.001}"));
    experiments.add(small("training: {until: 12345.678}"));
    experiments.add(small("labels: {noise: 0.25}, training: {until: 1000}"));
    experiments.add(small("initial: {logits: {gaussian: {scale: 0.3, seed: 7}}}, queries: [4, 0]"));
    return experiments.stream();
  }

  private static String flow(String law, String length) {
    return "{tokenLaw: {" + law + "}, promptLength: " + length + "}";
  }

  private static String small(String rest) {
    return "{tokenLaw: {imbalanced: {features: 8, dominant: 0.4}}, promptLength: 300, "
        + rest
        + "}";
  }

  @Test
  void thePageComputesTheSameBits() {
    var experiments = experiments().toList();
    assertTrue(experiments.size() >= 50, () -> experiments.size() + " experiments");
    var page = BROWSER.open("");
    for (String yaml : experiments) {
      assertSameRun(yaml, page.evaluate(TRAIN, yaml));
    }
  }

  @SuppressWarnings("unchecked") // What the page answers has the shape that TRAIN gives it.
  private static void assertSameRun(String yaml, Object ofPage) {
    var answer = (Map<String, Object>) ofPage;
    var experiment = Experiment.FORMAT.read(Yaml.read("test", yaml));
    assertEquals(Yaml.text(Experiment.FORMAT.write(experiment)), answer.get("yaml"));

    var times = Arrays.stream(numbers(text(answer, "times"))).boxed().toList();
    for (var column : (List<Map<String, String>>) requireNonNull(answer.get("columns"))) {
      assertSameColumn(experiment, column, times);
    }
  }

  private static String text(Map<String, Object> answer, String key) {
    return (String) requireNonNull(answer.get(key));
  }

  private static void assertSameColumn(
      Experiment experiment, Map<String, String> page, List<Double> times) {
    var run = columnOf(experiment, Long.parseLong(requireNonNull(page.get("query"))));
    var reached = times.stream().filter(tau -> run.trajectory().reaches(tau)).toList();
    var states = run.states(reached);
    String query = experiment + ", query " + run.query();
    double floor = run.floor().map(least -> least.value()).orElse(Double.NaN);
    assertEquals(bits(run.convergence().orElse(Double.NaN)), page.get("convergence"), query);
    assertEquals(bits(floor), page.get("floor"), query);
    assertEquals(
        bits(run.phases().stream().flatMap(p -> Stream.of(p.from(), p.to())).toList()),
        page.get("phases"),
        query);
    assertEquals(
        bits(states.stream().map(s -> s.value().loss()).toList()), page.get("error"), query);
    assertEquals(rows(states, ColumnState::logits), page.get("logits"), query);
    assertEquals(rows(states, s -> s.value().descent()), page.get("descent"), query);
    assertEquals(rows(states, s -> s.value().meanAttention()), page.get("attention"), query);
  }

  private static ColumnRun columnOf(Experiment experiment, long query) {
    return layer(experiment).columns().stream()
        .filter(run -> run.query() == query)
        .findFirst()
        .orElseThrow();
  }

  private static LayerRun layer(Experiment experiment) {
    var plan = experiment.layerPlan();
    var queries = experiment.features();
    var layer =
        new LayerRun(
            plan.isCoupled()
                ? plan.trainTogether(queries)
                : queries.stream().map(plan::train).toList());
    return layer.extendedTo(layer.end());
  }

  private static String rows(List<ColumnState> states, Function<ColumnState, Vector> quantity) {
    var all = new ArrayList<Double>();
    for (var state : states) {
      for (double number : quantity.apply(state).toArray()) {
        all.add(number);
      }
    }
    return bits(all);
  }

  private static String bits(double number) {
    return Long.toUnsignedString(Double.doubleToLongBits(number));
  }

  private static String bits(List<Double> numbers) {
    return String.join(" ", numbers.stream().map(number -> bits(number)).toList());
  }

  private static double[] numbers(String bits) {
    return Arrays.stream(bits.split(" "))
        .mapToDouble(word -> Double.longBitsToDouble(Long.parseUnsignedLong(word)))
        .toArray();
  }
}
