package io.github.icldynamics.lab;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.icldynamics.system.LearningSystem;
import java.util.stream.Stream;

/** All classes of the product, and which of them are whose. */
final class House {
  private static final String ROOT = "io.github.icldynamics.";

  static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.github.icldynamics");

  private House() {}

  /** The packages of systems, and of what is plugged into one. */
  static String[] systems() {
    return Stream.concat(
            Laboratory.systems().all().stream()
                .map(LearningSystem::getClass)
                .map(Class::getPackageName),
            Stream.of(ROOT + "classicalclassifiers"))
        .map(name -> name + "..")
        .toArray(String[]::new);
  }

  /** The kernel and the exact systems: what must be pure. */
  static JavaClasses core() {
    return ALL.that(
        DescribedPredicate.describe(
            "the kernel and the exact systems",
            one ->
                Stream.of("lab", "studio", "classicalclassifiers", "contract", "benchmarks")
                    .noneMatch(name -> isIn(one, ROOT + name))));
  }

  static boolean isIn(JavaClass one, String packageName) {
    return one.getPackageName().equals(packageName)
        || one.getPackageName().startsWith(packageName + ".");
  }
}
