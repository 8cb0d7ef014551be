package io.github.icldynamics.contract;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.Finding;
import io.github.icldynamics.claim.Measurement;
import io.github.icldynamics.claim.Notebook;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.claim.Standing;
import io.github.icldynamics.claim.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is true of every catalogue: each claim can hold, can fail, and can be left open; a short run
 * never refutes one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT) // claims are pure, and share nothing but what is measured
public abstract class CatalogueContract {
  /** Runs that end within the first thousandth of what they need. */
  private static final Reach SHORT_RUNS = new Reach(1e-3, 1e12, 4000);

  /** At most five features, or tokens in a prompt. */
  private static final Reach SMALL_SIZES = new Reach(1e3, 5, 4000);

  /** A handful of prompts, cases or points. */
  private static final Reach FEW_SAMPLES = new Reach(1e3, 1e12, 10);

  private final Reach full = Reach.full();
  private final Notebook measurements = new Notebook();
  private Map<String, Claim> byId = Map.of();

  private record Measuring(Claim claim, Reach reach) implements Notebook.Question<Measurement> {
    @Override
    public Measurement answer() {
      return claim.measure(reach);
    }
  }

  /** Two tests that want the same measurement would wait for each other, and a core with them. */
  @BeforeAll
  final void measureAll() {
    byId = claims().stream().collect(toMap(Claim::id, Function.identity()));
    var whole = byId.values().stream().map(claim -> new Measuring(claim, full));
    var tooShort =
        falsifications().map(row -> new Measuring(claim(row.id()), row.tooShort())).distinct();
    Stream.concat(whole, tooShort).toList().parallelStream().forEach(measurements::answer);
  }

  /** A claim made false that short runs leave open. */
  protected static Falsification runs(String id, String constant, double wrong) {
    return new Falsification(id, constant, wrong, SHORT_RUNS);
  }

  /** A claim made false that small systems leave open. */
  protected static Falsification sizes(String id, String constant, double wrong) {
    return new Falsification(id, constant, wrong, SMALL_SIZES);
  }

  /** A claim made false that few samples leave open. */
  protected static Falsification samples(String id, String constant, double wrong) {
    return new Falsification(id, constant, wrong, FEW_SAMPLES);
  }

  /** All claims of the catalogue. */
  protected abstract List<Claim> claims();

  /** One row a constant of a statement: wrong constants, wrong exponents, swapped orders. */
  protected abstract Stream<Falsification> falsifications();

  /** Conditions of a statement, not predictions: another value makes it inapplicable. */
  protected Stream<Falsification> unmetHypotheses() {
    return Stream.of();
  }

  /** Claims that hold on a part of their range only. */
  protected Set<String> restrictedClaims() {
    return Set.of();
  }

  /** Claims that between them use every source of randomness there is. */
  protected abstract List<String> randomClaims();

  /** A claim of the catalogue. */
  protected final Claim claim(String id) {
    return requireNonNull(byId.get(id), id);
  }

  private Finding finding(Claim claim, Reach reach) {
    return claim.judge(measurements.answer(new Measuring(claim, reach)));
  }

  /** What was measured once is judged again and again; a condition changed is another run. */
  private Finding falsified(Falsification row, Reach reach) {
    var claim = claim(row.id());
    var falsified = claim.with(row.constant(), row.wrong());
    var measured = claim.isCondition(row.constant()) ? falsified : claim;
    return falsified.judge(measurements.answer(new Measuring(measured, reach)));
  }

  @ParameterizedTest
  @MethodSource("claims")
  final void holds(Claim claim) {
    var finding = finding(claim(claim.id()), full);
    var expected =
        restrictedClaims().contains(claim.id()) ? Verdict.Restricted.class : Verdict.Holds.class;
    assertInstanceOf(expected, finding.verdict(), finding.verdict().sentence());
    var names = finding.checks().stream().map(Check::name).toList();
    assertEquals(names.size(), new HashSet<>(names).size(), "names of checks are unique: " + names);
  }

  @ParameterizedTest
  @MethodSource("falsifications")
  final void failsWhenFalsified(Falsification row) {
    var verdict = falsified(row, full).verdict();
    assertInstanceOf(Verdict.Fails.class, verdict, verdict.sentence());
  }

  @ParameterizedTest
  @MethodSource("falsifications")
  final void isInconclusiveWhenTooShort(Falsification row) {
    var truth = finding(claim(row.id()), row.tooShort()).verdict();
    assertInstanceOf(Verdict.Inconclusive.class, truth, truth.sentence());
    var falsehood = falsified(row, row.tooShort()).verdict();
    assertInstanceOf(Verdict.Inconclusive.class, falsehood, falsehood.sentence());
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("unmetHypotheses")
  final void isNotApplicableWhereItsHypothesisIsNotMet(Falsification row) {
    var verdict = falsified(row, full).verdict();
    assertInstanceOf(Verdict.NotApplicable.class, verdict, verdict.sentence());
  }

  @Test
  final void everyConstantOfEveryClaimIsFalsified() {
    var tested =
        Stream.concat(falsifications(), unmetHypotheses())
            .map(row -> row.id() + ": " + row.constant())
            .sorted()
            .toList();
    var stated =
        claims().stream()
            .flatMap(
                claim -> claim.constants().all().keySet().stream().map(c -> claim.id() + ": " + c))
            .sorted()
            .toList();
    assertEquals(stated, tested);
  }

  @Test
  final void thereAreDifferentClaimsOfEveryStanding() {
    var claims = claims();
    assertEquals(claims.size(), claims.stream().map(Claim::id).distinct().count());
    for (var standing : Standing.values()) {
      assertTrue(claims.stream().anyMatch(claim -> claim.source().standing() == standing));
    }
    var titles = claims.stream().map(claim -> claim.statement().title()).distinct().count();
    assertEquals(claims.size(), titles);
  }

  /** Equal inquiries give equal bits. */
  @Test
  final void findingsAreReproducible() {
    for (var id : randomClaims()) {
      var first = finding(claim(id), full);
      var second = claim(id).investigate(Reach.full());
      assertEquals(first.checks(), second.checks());
      assertEquals(first.exhibits(), second.exhibits());
    }
  }
}
