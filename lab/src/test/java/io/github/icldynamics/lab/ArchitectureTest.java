package io.github.icldynamics.lab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of the lab's packages; figures know nothing of experiments, nor these of figures. */
class ArchitectureTest {
  private static final String ROOT = "io.github.icldynamics.lab.";

  /** Lowest first; a package uses only those before it. */
  private static final List<String> ORDER =
      List.of(
          "figure",
          "experiment",
          "classical",
          "run",
          "plot",
          "store",
          "verify",
          "study",
          "studio",
          "command");

  private static final JavaClasses LAB =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.github.icldynamics.lab");

  @Test
  void packagesUseOnlyThoseBelowThem() {
    var architecture =
        layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .ensureAllClassesAreContainedInArchitecture();
    for (String name : ORDER) {
      architecture = architecture.layer(name).definedBy(ROOT + name + "..");
    }
    for (int i = 0; i < ORDER.size() - 1; i++) {
      String[] above = ORDER.subList(i + 1, ORDER.size()).toArray(String[]::new);
      architecture = architecture.whereLayer(ORDER.get(i)).mayOnlyBeAccessedByLayers(above);
    }
    architecture
        .whereLayer("figure")
        .mayOnlyBeAccessedByLayers("plot", "store", "verify", "study")
        .whereLayer("command")
        .mayNotBeAccessedByAnyLayer()
        .check(LAB);
  }

  @Test
  void onePackageAloneKnowsTheLibraryOfClassifiers() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "classical..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.tribuo..", "libsvm..", "de.bwaldvogel..")
        .check(LAB);
  }
}
