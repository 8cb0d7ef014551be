package io.github.icldynamics.lab;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Gatherer;
import org.junit.jupiter.api.Test;

/**
 * Laws 7 and 8: the kernel and the exact systems know no files, screens, threads or clocks, and use
 * nothing that would give other bits on another machine or in the browser.
 */
class PurityTest {
  /** Exact or correctly rounded everywhere; all else of Math differs between machines. */
  private static final Set<String> EXACT_MATH =
      Set.of(
          "PI",
          "abs",
          "min",
          "max",
          "sqrt",
          "floor",
          "ceil",
          "rint",
          "round",
          "clamp",
          "toIntExact");

  @Test
  void theCoreDependsOnHipparchusAndPlainJavaAlone() {
    noClasses()
        .should()
        .dependOnClassesThat(
            DescribedPredicate.not(
                resideInAnyPackage(
                    "io.github.icldynamics..",
                    "org.hipparchus..",
                    "org.jspecify..",
                    "java.lang..",
                    "java.math..",
                    "java.util..",
                    "")))
        .check(House.core());
  }

  @Test
  void theCoreHasNoThreadsFilesReflectionOrTextLocale() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "java.io..",
                "java.nio..",
                "java.net..",
                "java.time..",
                "java.text..",
                "java.util.concurrent..",
                "java.lang.reflect..",
                "java.lang.invoke..",
                "java.util.random.."))
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(
            SplittableRandom.class,
            Random.class,
            java.util.HexFormat.class,
            Gatherer.class,
            Thread.class)
        .check(House.core());
  }

  @Test
  void arithmeticIsTheSameOnEveryMachine() {
    noClasses()
        .should()
        .accessTargetWhere(forbidden("transcendental or fused Math", PurityTest::isInexact))
        .orShould()
        .accessTargetWhere(
            forbidden(
                "parallel streams, String.lines, formatted text, or the clock",
                access ->
                    Set.of("parallel", "parallelStream", "lines", "currentTimeMillis", "nanoTime")
                        .contains(access.getTarget().getName())))
        .check(House.core());
  }

  private static boolean isInexact(JavaAccess<?> access) {
    boolean math = access.getTargetOwner().isEquivalentTo(Math.class);
    return (math && !EXACT_MATH.contains(access.getTarget().getName()))
        || access.getTargetOwner().isEquivalentTo(StrictMath.class);
  }

  private static DescribedPredicate<JavaAccess<?>> forbidden(
      String what, Predicate<JavaAccess<?>> test) {
    return DescribedPredicate.describe(what, test);
  }
}
