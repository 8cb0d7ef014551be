package io.github.icldynamics.softmaxregression.claims;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.contract.CatalogueContract;
import io.github.icldynamics.contract.Falsification;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The catalogue of the first paper. */
class CatalogueTest extends CatalogueContract {
  @Override
  protected List<Claim> claims() {
    return Huang2024.claims();
  }

  @Override
  protected Stream<Falsification> falsifications() {
    return Stream.of(
        runs("stage-wise-order", "first feature", 2),
        runs("one-phase-dominant", "phases", 2),
        runs("one-phase-dominant", "least lead", 10),
        runs("two-phases-balanced", "rank of half attention", 2),
        runs("two-phases-balanced", "rank of convergence", 1),
        runs("four-phases-under-represented", "rank of change of lead", 2),
        runs("four-phases-under-represented", "rank of change of attention", 1),
        runs("four-phases-under-represented", "rank of half attention", 4),
        runs("four-phases-under-represented", "rank of convergence", 3),
        runs("recalled-thresholds", "rank of B = −0.49 ln K", 2),
        runs("recalled-thresholds", "rank of A = 0.5 ln K", 1),
        runs("recalled-thresholds", "rank of A = ln K", 2),
        runs("dominant-time-bound", "exponent of K", -0.1),
        runs("dominant-time-bound", "exponent of 1/ε", 0.9),
        runs("under-represented-time-bound", "exponent of K in the plateau", 1.9),
        runs("under-represented-time-bound", "exponent of 1/ε", 0.8),
        runs("balanced-time-bound", "exponent of K in the plateau", 1.9),
        runs("balanced-time-bound", "exponent of 1/ε", 0.8),
        runs("learning-rate-exponent", "exponent of η", -1.1),
        runs("exponent-of-features", "exponent", 1.99),
        runs("under-represented-first-term", "constant", 1.01),
        runs("balanced-first-term", "constant", 0.99),
        runs("no-logarithm-in-features", "coefficient of the logarithm", 0.001),
        runs("square-root-correction", "coefficient with a dominant feature", 1.5),
        runs("square-root-correction", "coefficient without", 0.1),
        runs("exponent-of-epsilon", "exponent", 1.01),
        runs("dominant-epsilon-term", "constant", 1.1),
        runs("under-represented-epsilon-term", "constant", 1.1),
        runs("no-logarithm-in-epsilon", "coefficient of the logarithm", 0.01),
        runs("whole-time-law", "coefficient of ln K", 3),
        runs("whole-time-law", "constant", -6),
        runs("balanced-closed-form", "coefficient of ln o", 2),
        runs("balanced-closed-form", "coefficient of o", 2),
        runs("balanced-closed-form", "coefficient of o²", 1),
        runs("dominant-closed-form", "coefficient of ln o", 2),
        runs("dominant-closed-form", "coefficient of o", 2),
        runs("dominant-closed-form", "coefficient of o²", 1),
        runs("short-prompt-closed-form", "coefficient of ln o", 2),
        runs("short-prompt-closed-form", "coefficient of o", 2),
        runs("short-prompt-closed-form", "coefficient of o²", 1),
        runs("growth-of-target-weight", "speed c", 1.01),
        runs("decay-of-dominant-attention", "exponent of time", -0.6),
        runs("phase-one-suppression", "largest ratio of successive values", 0.3),
        runs("phase-three-burst", "exponent of K", -0.6),
        runs("phase-one-ends-at-a-third", "share of the plateau", 0.34),
        runs("phase-one-correction", "c", 4.3),
        runs("lead-change-exponent", "e", -0.49),
        runs("lead-change-exponent", "factor under the logarithm", 1.6),
        runs("lead-change-exponent", "d", 1.5),
        runs("phase-two-weights", "s", 0.6),
        runs("phase-two-ends-at-T", "c", 1.9),
        runs("phase-two-ends-at-T", "b", -2.6),
        runs("phase-two-ends-at-T", "e", 1),
        runs("phase-three-width", "c", 1.5),
        runs("phase-four-width", "coefficient of ln o", 2),
        runs("phase-four-width", "coefficient of o", 2),
        runs("phase-four-width", "coefficient of o²", 1),
        sizes("phase-one-gradients", "exponent of α_k", -1.9),
        sizes("phase-one-gradients", "exponent of |β_{k,1}|", -1.1),
        runs("balanced-rates", "exponent of α_k", -1.9),
        runs("balanced-rates", "exponent of |β_{k,n}|", -2.9),
        runs("target-gradient-phase-two", "exponent of α_k", -1.6),
        runs("dominant-gradient-phase-two", "exponent of |β_{k,1}|", -2.1),
        runs("rest-gradient-phase-two", "exponent of |β_{k,n}|", -3.1),
        runs("rest-gradient-by-conservation", "exponent of |β_{k,n}|", -3),
        runs("conservation", "w", 0.9),
        sizes("finite-prompt-start", "c", 1),
        sizes("floor-exponentially-small", "exponent of −ln L*", 2.1),
        sizes("floor-bracket", "upper end", 1.9),
        sizes("floor-bracket", "lower end less 1, times K − 1", 2),
        runs("error-converges-to-floor", "f", 1.1),
        runs("error-converges-to-floor", "ε", 1e-5),
        samples("target-weight-never-falls", "bound", 0.01),
        sizes("monotone-at-any-step", "r", 0.9),
        sizes("one-large-step", "iterations", 2),
        samples("safe-steps", "s", 100),
        sizes("typical-prompts", "power of K in N", 1),
        sizes("typical-prompts", "δ", 0.001),
        runs("attention-concentrates", "C", 1.5),
        samples("attention-concentrates-zipf", "C", 1.5),
        samples("attention-concentrates-zipf", "q", -0.1),
        samples("unseen-tasks", "C", 0.01),
        samples("unseen-tasks", "q", 1.1),
        samples("layer-errs-as-computed", "f", 1.5),
        runs("other-prompt-lengths", "f", 0.9),
        runs("other-token-laws", "exponent of 1 + o′", -1),
        runs("failure-dominant-persists", "b", 0.1),
        runs("failure-dominant-persists", "signature of the provoked run", 0),
        runs("failure-dominant-persists", "signature of the healthy run", 1),
        runs("failure-target-too-slow", "a", 0.1),
        runs("failure-target-too-slow", "signature of the provoked run", 0),
        runs("failure-target-too-slow", "signature of the healthy run", 1),
        runs("several-dominant-features", "j", 2),
        runs("epsilon-term-of-any-law", "c", 2),
        runs("zipf-plateau", "q", 0.99),
        runs("zipf-plateau", "upper end", 0.95),
        runs("reweighted-queries", "constant of K²", 1.1),
        runs("reweighted-queries", "s", 2),
        runs("correlated-features", "s", 2),
        runs("correlated-under-represented", "c", 0),
        runs("correlated-under-represented", "s", 0.45),
        runs("correlated-whole-time", "b", 2.5),
        runs("adam-time-law", "f", 1.001),
        runs("adam-time-law", "r", 0.9),
        runs("value-scale-dip", "c", 2.05),
        runs("value-scale-overshoot", "s", 1.01),
        runs("value-scale-finite-prompts", "s", 1.2),
        runs("dominant-feature-forgotten", "w", 1.05),
        runs("dominant-feature-forgotten", "e", 1.05),
        runs("value-scale-time", "c", 1.05),
        runs("value-scale-recovery", "c", 1.02));
  }

  @Override
  protected Stream<Falsification> unmetHypotheses() {
    return Stream.of(
        samples("target-weight-never-falls", "noise variance", 1),
        runs("recalled-thresholds", "dominant", 0.3));
  }

  @Override
  protected List<String> randomClaims() {
    return List.of("unseen-tasks", "no-logarithm-in-features", "zipf-plateau");
  }

  @Override
  protected Set<String> restrictedClaims() {
    return Set.of("rest-gradient-phase-two");
  }

  @Test
  void thereAreManyClaims() {
    assertTrue(claims().size() >= 30);
  }
}
