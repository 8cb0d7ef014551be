package io.github.icldynamics.lab;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.github.icldynamics.descent.MethodChoice;
import io.github.icldynamics.descent.Objective;
import io.github.icldynamics.descent.TrainingMethod;
import io.github.icldynamics.descent.Trajectory;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The laws of the house that can be seen from who uses whom. */
class ArchitectureTest {
  private static final String LAB = "io.github.icldynamics.lab.";

  /** Lowest first; a package uses only those before it. */
  private static final List<String> ORDER =
      List.of(
          "text", "figure", "page", "run", "store", "paper", "sweep", "runs", "verify", "study",
          "studio", "command");

  /** The rooms of a system, lowest first. */
  private static final List<String> ROOMS =
      List.of(
          "law", "objective", "network", "training", "comparison", "experiment", "run", "views");

  @Test
  void packagesOfTheLaboratoryUseOnlyThoseBelowThem() {
    var architecture =
        layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("list of systems")
            .definedBy("io.github.icldynamics.lab");
    for (String name : ORDER) {
      architecture = architecture.layer(name).definedBy(LAB + name + "..");
    }
    for (int i = 0; i < ORDER.size() - 1; i++) {
      String[] above = ORDER.subList(i + 1, ORDER.size()).toArray(String[]::new);
      architecture = architecture.whereLayer(ORDER.get(i)).mayOnlyBeAccessedByLayers(above);
    }
    architecture
        .whereLayer("list of systems")
        .mayOnlyBeAccessedByLayers("command")
        .whereLayer("command")
        .mayNotBeAccessedByAnyLayer()
        .check(House.ALL);
  }

  @Test
  void roomsOfASystemUseOnlyThoseBelowThem() {
    for (int i = 0; i < ROOMS.size() - 1; i++) {
      for (String above : ROOMS.subList(i + 1, ROOMS.size())) {
        for (String system : House.systems()) {
          String root = system.substring(0, system.length() - 1);
          noClasses()
              .that()
              .resideInAPackage(root + ROOMS.get(i))
              .should()
              .dependOnClassesThat()
              .resideInAPackage(root + above)
              .allowEmptyShould(true)
              .check(House.ALL);
        }
      }
    }
  }

  /** Law 1: one file lists the systems, and nobody else has heard of any; the page shows one. */
  @Test
  void nobodyBelowASystemNamesOne() {
    noClasses()
        .that()
        .resideOutsideOfPackages(House.systems())
        .and()
        .resideOutsideOfPackage("io.github.icldynamics.studio..")
        .and()
        .areNotAssignableTo(Laboratory.class)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(House.systems())
        .check(House.ALL);
  }

  /** Law 1: systems do not know each other, but for classifiers plugged into their comparison. */
  @Test
  void systemsDoNotKnowEachOther() {
    SlicesRuleDefinition.slices()
        .matching("io.github.icldynamics.(*regression|*classification)..")
        .should()
        .notDependOnEachOther()
        .check(House.ALL);
  }

  /** Law 1: what a method is like it says itself; outside its package nobody asks for its type. */
  @Test
  void nobodyAsksWhetherAMethodIsOneOfTheKernels() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.github.icldynamics.descent..")
        .should(askForTheTypeOfAMethod())
        .check(House.ALL);
  }

  private static ArchCondition<JavaClass> askForTheTypeOfAMethod() {
    return new ArchCondition<>("ask by instanceof which method of the kernel something is") {
      @Override
      public void check(JavaClass asking, ConditionEvents events) {
        asking.getInstanceofChecks().stream()
            .filter(check -> check.getRawType().getPackageName().endsWith(".descent"))
            .filter(
                check ->
                    Stream.of(MethodChoice.class, TrainingMethod.class, Trajectory.class)
                        .anyMatch(check.getRawType()::isAssignableTo))
            .forEach(check -> events.add(SimpleConditionEvent.satisfied(check, check.toString())));
      }
    };
  }

  /** Law 3: who draws and tells has the record, and nothing that could train or evaluate. */
  @Test
  void viewsReadTheRecordAndNeverTrain() {
    noClasses()
        .that()
        .resideInAPackage("..views..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("..objective..", "..network..", "..comparison..")
                .or(DescribedPredicate.describe("train", ArchitectureTest::trains)))
        .check(House.ALL);
  }

  private static boolean trains(JavaClass one) {
    return Stream.of(Objective.class, TrainingMethod.class, Trajectory.class)
            .anyMatch(one::isAssignableTo)
        || one.getSimpleName().endsWith("Plan")
        || (one.getSimpleName().endsWith("Run") && !one.getPackageName().contains(".views"));
  }

  /** Law 3: the laboratory carries out plans and keeps records; it knows no weights. */
  @Test
  void theLaboratoryTrainsNothingItself() {
    noClasses()
        .that()
        .resideInAPackage("io.github.icldynamics.lab..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Objective.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(TrainingMethod.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Trajectory.class)
        .check(House.ALL);
  }

  /** Law 4: pictures are data until the last moment, and one package paints. */
  @Test
  void onePackageAlonePaints() {
    noClasses()
        .that()
        .resideOutsideOfPackage(LAB + "figure..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.jfree..",
            "org.apache.batik..",
            "org.apache.pdfbox..",
            "de.rototor..",
            "java.awt..",
            "javax.imageio..")
        .check(House.ALL);
    classes()
        .that()
        .resideInAPackage("io.github.icldynamics.chart..")
        .should()
        .onlyBeAccessed()
        .byAnyPackage("io.github.icldynamics..")
        .check(House.ALL);
  }

  @Test
  void onePackageAloneKnowsTheLibraryOfClassifiers() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.github.icldynamics.classicalclassifiers..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.tribuo..", "libsvm..", "de.bwaldvogel..")
        .check(House.ALL);
  }
}
