package io.github.icldynamics.softmaxregression.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.PromptLength;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TokenLawTest {
  @Test
  void imbalancedHasOneDominantFeature() {
    var law = TokenLaw.imbalanced(100, 0.5);
    assertEquals(100, law.features());
    assertEquals(0.5, law.probability(0));
    assertEquals(0.5 / 99, law.probability(99));
    assertEquals(0, law.mostProbableGroup());
  }

  @Test
  void zipfFallsAsAPower() {
    var law = TokenLaw.zipf(50, 1);
    assertEquals(50, law.groups().size());
    assertEquals(law.probability(0) / 10, law.probability(9), 1e-17);
    // H_50 = 4.499205338329425...
    assertEquals(1 / 4.499205338329425, law.probability(0), 1e-15);
  }

  /** The sum is rounded 50 times at most: 10⁻¹⁵. */
  @Test
  void geometricFallsByItsRatio() {
    var law = TokenLaw.geometric(50, 0.75);
    assertEquals(50, law.groups().size());
    // (1 − r)/(1 − r^50) with r = 3/4: 0.25 (1 + 5.66e-7 + …).
    assertEquals(0.2500001415804943, law.probability(0), 1e-15);
    for (int k = 1; k < 50; k++) {
      assertEquals(0.75, law.probability(k) / law.probability(k - 1), 1e-15);
    }
  }

  @Test
  void geometricKeepsEveryFeaturePossible() {
    // 10^{−100/999} = 0.7941…
    assertEquals(1000, TokenLaw.geometric(1000, 0.795).features());
    var refusal = assertThrows(InvalidInputException.class, () -> TokenLaw.geometric(1000, 0.79));
    assertEquals("ratio", refusal.field());
    assertThrows(InvalidInputException.class, () -> TokenLaw.geometric(10, 1));
    assertThrows(InvalidInputException.class, () -> TokenLaw.geometric(10, 0));
    assertThrows(InvalidInputException.class, () -> TokenLaw.geometric(2_000_000, 0.9999));
  }

  @Test
  void theQuerysGroupIsSplitInPlace() {
    var law = TokenLaw.imbalanced(10, 0.5);
    var column = law.column(4, PromptLength.of(7), LabelModel.linear());
    double rest = 0.5 / 9;
    assertEquals(
        List.of(new FeatureGroup(0.5, 1), new FeatureGroup(rest, 1), new FeatureGroup(rest, 8)),
        column.groups());
    assertEquals(1, column.query());
    assertEquals(0, column.competitor());
    assertEquals(2, law.column(0, PromptLength.of(7), LabelModel.linear()).size());
  }

  @Test
  void featuresAreFoundInTheColumnOfAnyQuery() {
    var law = new TokenLaw(List.of(new FeatureGroup(0.2, 2), new FeatureGroup(0.1, 6)));
    for (long query = 0; query < 8; query++) {
      var column = law.column(query, PromptLength.of(7), LabelModel.linear());
      assertEquals(column.query(), law.groupInColumn(query, query));
      for (long feature = 0; feature < 8; feature++) {
        int group = law.groupInColumn(query, feature);
        assertEquals(law.probability(feature), column.probability(group));
        assertEquals(feature == query, group == column.query());
      }
    }
  }

  @Test
  void aGroupOfTwoLeavesOne() {
    var column = TokenLaw.balanced(2).column(1, PromptLength.of(7), LabelModel.linear());
    assertEquals(2, column.size());
    assertEquals(1, column.count(1));
  }

  @Test
  void expansionListsEveryFeatureOnce() {
    var column = TokenLaw.imbalanced(10, 0.5).column(3, PromptLength.of(7), LabelModel.linear());
    var expanded = column.expanded();
    assertEquals(10, expanded.size());
    assertEquals(column.queryProbability(), expanded.queryProbability());
    assertTrue(expanded.groups().stream().allMatch(group -> group.count() == 1));
  }

  @Test
  void lawsOfManyFeaturesAreTwoNumbers() {
    var law = TokenLaw.imbalanced(FeatureGroup.MOST_FEATURES, 0.5);
    assertEquals(2, law.groups().size());
    assertEquals(FeatureGroup.MOST_FEATURES, law.features());
    assertEquals(1, law.groupOf(FeatureGroup.MOST_FEATURES - 1));
  }

  @Test
  void weightsAreDividedByTheirSum() {
    var law = TokenLaw.ofWeights(1, 2, 5);
    assertEquals(
        List.of(0.125, 0.25, 0.625), law.groups().stream().map(FeatureGroup::probability).toList());
    requireMessage(
        () -> TokenLaw.ofWeights(1, 0), "[1] must be positive and at most 1e100, not 0.0");
    requireMessage(
        () -> TokenLaw.ofWeights(1e100, 1e-10),
        "[1] must be at least 1e-100 of the sum 1.0E100, not 1.0E-10");
    requireMessage(() -> TokenLaw.ofWeights(1), "must be from 2 to 1000000, not 1");
  }

  @Test
  void badLawsAreOneSentenceEach() {
    requireMessage(() -> TokenLaw.balanced(1), "features must be from 2 to 2^53, not 1");
    requireMessage(
        () -> TokenLaw.imbalanced(9, 1),
        "dominant must be greater than 0 and less than 1, not 1.0");
    requireMessage(
        () -> TokenLaw.imbalanced(9, Double.NaN),
        "dominant must be greater than 0 and less than 1, not NaN");
    requireMessage(() -> TokenLaw.zipf(9, 1e9), "exponent must lie in [-50, 50], not 1.0E9");
    requireMessage(
        () -> TokenLaw.of(0.5, 0.4),
        "must have a total probability of 1 within 1e-9, not 0.9, which is 0.1 too little");
    requireMessage(
        () -> TokenLaw.of(0.5, -0.5, 1), "[1] must be greater than 0 and less than 1, not -0.5");
    requireMessage(() -> PromptLength.of(0), "promptLength must be from 1 to 1e18, or inf, not 0");
    requireMessage(() -> TokenLaw.balanced(4).groupOf(4), "query must be from 0 to 3, not 4");
    requireMessage(
        () -> LabelModel.MatrixCovariance.of(new double[][] {{1, 0}, {0, -1}}),
        "covariance must be positive semidefinite to 1e-8 of its greatest eigenvalue 1.0, but its"
            + " least eigenvalue is -1.0");
    requireMessage(
        () -> LabelModel.MatrixCovariance.of(new double[][] {{1, 2}, {3, 1}}),
        "covariance must be symmetric, but entry [1][0] is 3.0 and [0][1] is 2.0");
  }

  @Test
  void thePathOfAFieldIsPutTogether() {
    var error = new InvalidInputException("[2]", "must be positive, not 0");
    assertEquals(
        "tokenLaw.probabilities[2] must be positive, not 0",
        error.under("probabilities").under("tokenLaw").getMessage());
  }

  private static void requireMessage(Executable action, String message) {
    assertEquals(message, assertThrows(InvalidInputException.class, action).getMessage());
  }
}
