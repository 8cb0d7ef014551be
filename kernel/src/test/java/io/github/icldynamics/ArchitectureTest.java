package io.github.icldynamics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The house rules of the kernel: the order of its packages. */
class ArchitectureTest {
  private static final String ROOT = "io.github.icldynamics.";

  /** Lowest first; a package uses only those before it. */
  private static final List<String> ORDER =
      List.of(
          "numeric",
          "schema",
          "statistics",
          "descent",
          "record",
          "chart",
          "work",
          "claim",
          "study",
          "system");

  private static final JavaClasses KERNEL =
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
    architecture.check(KERNEL);
  }

  @Test
  void everyPackageHasItsPlaceInTheOrder() {
    noClasses()
        .should()
        .resideOutsideOfPackages(
            ORDER.stream().map(name -> ROOT + name + "..").toArray(String[]::new))
        .check(KERNEL);
  }
}
