package moot.register;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The register is an engine room: plain Java, and first in the house. */
@AnalyzeClasses(packages = "moot.register", importOptions = ImportOption.DoNotIncludeTests.class)
class RegisterArchitectureTest {
  @ArchTest
  static final ArchRule knowsNoFrameworkAndNoDatabase =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "jakarta..");

  @ArchTest
  static final ArchRule usesNoOtherRoom =
      classes()
          .that()
          .resideInAPackage("moot..")
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackages(
              "moot.formation..",
              "moot.papers..",
              "moot.checker..",
              "moot.sample..",
              "moot.app..",
              "moot.cli..");

  @ArchTest
  static final ArchRule theVocabularyKnowsNothingOfFiles =
      noClasses()
          .that()
          .resideInAPackage("moot.register")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("moot.register.reading..", "moot.register.published..");

  @ArchTest
  static final ArchRule readingKnowsNoParticularFile =
      noClasses()
          .that()
          .resideInAPackage("moot.register.reading..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("moot.register.published..");
}
