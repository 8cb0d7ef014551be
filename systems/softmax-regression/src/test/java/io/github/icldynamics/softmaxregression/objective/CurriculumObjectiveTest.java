package io.github.icldynamics.softmaxregression.objective;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.icldynamics.contract.ReferenceNumbers;
import io.github.icldynamics.descent.Goal;
import io.github.icldynamics.descent.GradientFlow;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.FeatureGroup;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class CurriculumObjectiveTest {
  private static final JsonNode REFERENCE =
      ReferenceNumbers.read("training.json").get("curriculum");

  static Stream<JsonNode> cases() {
    return REFERENCE.get("cases").valueStream().filter(n -> n.get("features").asLong() <= 10_000);
  }

  private static QueryColumn column(TokenLaw law, long query) {
    return law.column(query, PromptLength.infinite(), LabelModel.linear());
  }

  private static double lead(Vector logits) {
    return logits.get(0) - logits.get(1);
  }

  /** Between the leads at which a prompt gains a feature the time is a smooth integral. */
  @ParameterizedTest
  @MethodSource("cases")
  void balancedTimesAreThoseOfTheReference(JsonNode node) {
    long features = node.get("features").asLong();
    double last = node.get("finalDifference").asDouble();
    var field = new CurriculumObjective(column(TokenLaw.balanced(features), 0));
    var rule = new GaussIntegratorFactory().legendre(12);
    double time = 0;
    double from = 0;
    for (long shown = 3; from < last; shown++) {
      double to = shown < features ? Math.min(last, Math.log((shown - 0.5) / 2)) : last;
      double width = to - from;
      int pieces = (int) Math.ceil(8 * width);
      for (int piece = 0; piece < pieces; piece++) {
        double left = from + width * piece / pieces;
        double part = width / pieces;
        for (int i = 0; i < rule.getNumberOfPoints(); i++) {
          double at = left + 0.5 * part * (1 + rule.getPoint(i));
          time += 0.5 * part * rule.getWeight(i) / speed(field, at);
        }
      }
      from = to;
    }
    assertEquals(node.get("time").asDouble(), time, 1e-10 * time);
    assertEquals(REFERENCE.get("eps").asDouble(), loss(field, last), 1e-12);
  }

  private static double speed(CurriculumObjective field, double lead) {
    double[] direction = new double[2];
    field.descend(0, new double[] {lead, 0}, direction);
    return direction[0] - direction[1];
  }

  private static double loss(CurriculumObjective field, double lead) {
    return field.descend(0, new double[] {lead, 0}, new double[2]);
  }

  @Test
  void theFlowTakesTheSameTime() {
    for (var node : REFERENCE.get("cases")) {
      if (node.get("features").asLong() <= 100) {
        var field =
            new CurriculumObjective(column(TokenLaw.balanced(node.get("features").asLong()), 0));
        var path =
            GradientFlow.accurate().follow(field, Vector.zero(2), new Goal.Converge(0.01, 1e6));
        double time = node.get("time").asDouble();
        assertEquals(time, path.end(), 1e-6 * time);
        assertEquals(
            node.get("finalDifference").asDouble(), lead(path.weightsAt(path.end())), 1e-6);
      }
    }
  }

  /** The mean over all sets of features, one by one, each with the law conditioned on it. */
  @Test
  void directionsAreMeansOverSets() {
    var law = TokenLaw.imbalanced(7, 0.4);
    for (long query : new long[] {0, 1}) {
      var column = column(law, query).withQueryWeight(0.3);
      double[] state = query == 0 ? new double[] {-0.85, 0.1} : new double[] {-0.7, 0.6, 0.1};
      var field = new CurriculumObjective(column);
      double[] actual = new double[state.length];
      double loss = field.descend(0, state, actual);
      assertEquals(4, field.promptFeatures(state));
      assertEquals(PopulationEvaluator.of(column).evaluate(Vector.of(state)).loss(), loss);
      var expanded = column.expanded();
      double[] mean = enumerate(expanded, column.expand(Vector.of(state)), 4);
      double[] expected =
          query == 0 ? new double[] {mean[0], mean[1]} : new double[] {mean[0], mean[1], mean[2]};
      assertArrayEquals(expected, actual, 1e-15);
    }
  }

  private static double[] enumerate(QueryColumn column, Vector logits, int shown) {
    double[] sum = new double[column.size()];
    int sets = 0;
    for (int mask = 0; mask < 1 << column.size(); mask++) {
      if (Integer.bitCount(mask) == shown && (mask >> column.query() & 1) == 1) {
        add(column, logits, mask, sum);
        sets++;
      }
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= sets;
    }
    return sum;
  }

  private static void add(QueryColumn column, Vector logits, int mask, double[] sum) {
    var members = new ArrayList<Integer>();
    double total = 0;
    for (int i = 0; i < column.size(); i++) {
      if ((mask >> i & 1) == 1) {
        members.add(i);
        total += column.probability(i);
      }
    }
    double mass = total;
    var groups = members.stream().map(i -> new FeatureGroup(column.probability(i) / mass, 1));
    var part =
        new QueryColumn(
                groups.toList(),
                members.indexOf(column.query()),
                PromptLength.infinite(),
                LabelModel.linear())
            .withQueryWeight(column.queryWeight());
    var shown = Vector.of(members.stream().mapToDouble(logits::get).toArray());
    var descent = PopulationEvaluator.of(part).evaluate(shown).descent();
    for (int i = 0; i < members.size(); i++) {
      sum[members.get(i)] += descent.get(i);
    }
  }

  @Test
  void withAllFeaturesItIsTheFieldOfFullPrompts() {
    var column = column(TokenLaw.imbalanced(50, 0.5), 1);
    double[] state = {-1, 4, -0.1};
    double[] expected = new double[3];
    double[] actual = new double[3];
    assertEquals(
        new ColumnObjective(column).descend(0, state, expected),
        new CurriculumObjective(column).descend(0, state, actual));
    assertArrayEquals(expected, actual);
  }

  @Test
  void otherColumnsAreRefused() {
    var finite = TokenLaw.balanced(5).column(0, PromptLength.of(9), LabelModel.linear());
    var distinct = column(TokenLaw.zipf(5, 1), 0);
    var scaled = column(TokenLaw.balanced(5), 0).withValueScale(2);
    for (var column : List.of(finite, distinct, scaled)) {
      assertThrows(InvalidInputException.class, () -> new CurriculumObjective(column));
    }
  }
}
