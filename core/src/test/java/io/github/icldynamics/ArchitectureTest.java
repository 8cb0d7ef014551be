package io.github.icldynamics;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The house rules of the core: the order of its packages, and what would cost it equal bits. */
class ArchitectureTest {
  private static final String ROOT = "io.github.icldynamics.";

  /** Lowest first; a package uses only those before it. */
  private static final List<String> ORDER =
      List.of(
          "numeric",
          "prompt",
          "population",
          "network",
          "training",
          "analysis",
          "classification",
          "experiment",
          "claims");

  /** Exact or correctly rounded everywhere; all else of Math differs between machines. */
  private static final Set<String> EXACT_MATH =
      Set.of("abs", "min", "max", "sqrt", "floor", "ceil", "rint", "signum", "copySign", "clamp");

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.github.icldynamics");

  @Test
  void packagesUseOnlyThoseBelowThem() {
    var architecture = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (String name : ORDER) {
      architecture = architecture.layer(name).definedBy(ROOT + name + "..");
    }
    for (int i = 0; i < ORDER.size(); i++) {
      var above = new ArrayList<>(ORDER.subList(i + 1, ORDER.size()));
      architecture =
          above.isEmpty()
              ? architecture.whereLayer(ORDER.get(i)).mayNotBeAccessedByAnyLayer()
              : architecture
                  .whereLayer(ORDER.get(i))
                  .mayOnlyBeAccessedByLayers(above.toArray(String[]::new));
    }
    architecture.check(CORE);
  }

  @Test
  void everyPackageHasItsPlaceInTheOrder() {
    noClasses()
        .should()
        .resideOutsideOfPackages(
            ORDER.stream().map(name -> ROOT + name + "..").toArray(String[]::new))
        .check(CORE);
  }

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
                    "java.util..",
                    "")))
        .check(CORE);
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
            java.util.SplittableRandom.class,
            java.util.Random.class,
            java.util.HexFormat.class,
            java.util.stream.Gatherer.class,
            Thread.class)
        .check(onlyOwnCode());
  }

  @Test
  void arithmeticIsTheSameOnEveryMachine() {
    noClasses()
        .should()
        .accessTargetWhere(
            forbidden(
                "transcendental or fused Math",
                access ->
                    (access.getTargetOwner().isEquivalentTo(Math.class)
                            && !access.getTarget().getName().equals("PI")
                            && !EXACT_MATH.contains(access.getTarget().getName()))
                        || access.getTargetOwner().isEquivalentTo(StrictMath.class)))
        .orShould()
        .accessTargetWhere(
            forbidden(
                "parallel streams, String.lines, formatted text, or the clock",
                access ->
                    Set.of("parallel", "parallelStream", "lines", "currentTimeMillis", "nanoTime")
                        .contains(access.getTarget().getName())))
        .check(CORE);
  }

  private static DescribedPredicate<JavaAccess<?>> forbidden(
      String what, java.util.function.Predicate<JavaAccess<?>> test) {
    return DescribedPredicate.describe(what, test);
  }

  /**
   * Lambdas and string concatenation compile to java.lang.invoke; that is the compiler's affair.
   */
  private static JavaClasses onlyOwnCode() {
    return CORE.that(alwaysTrue());
  }
}
