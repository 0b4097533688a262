package moot.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** What may know of what, inside the application and below it. */
class HouseRulesTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("moot");

  /** One package per feature; a feature shows only what stands in its own package. */
  @Test
  void theFeaturesAreModulesThatKeepToThemselves() {
    ApplicationModules.of(MootApplication.class).verify();
  }

  @Test
  void noFeatureReachesIntoAnother() {
    slices()
        .matching("moot.app.(forming|imports)..")
        .should()
        .notDependOnEachOther()
        .because("what two features share belongs to register, jobs or web")
        .check(HOUSE);
  }

  @Test
  void theEngineRoomsKnowNoFrameworkAndNoDatabase() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "moot.register..",
            "moot.formation..",
            "moot.funding..",
            "moot.voice..",
            "moot.papers..",
            "moot.sample..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..", "java.sql..", "javax.sql..", "jakarta..", "moot.app..")
        .check(HOUSE);
  }

  @Test
  void theDatabaseIsOpenedWithoutSpring() {
    noClasses()
        .that()
        .resideInAPackage("moot.app.database..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "moot.app.web..", "moot.app.forming..")
        .because("the terminal opens the same database")
        .check(HOUSE);
  }

  @Test
  void theShellOfThePagesKnowsNoFeature() {
    noClasses()
        .that()
        .resideInAnyPackage("moot.app.web..", "moot.app.jobs..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "moot.app.forming..", "moot.app.imports..", "moot.app.register..", "moot.app.demo..")
        .check(HOUSE);
  }
}
