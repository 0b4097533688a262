package moot.checker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What checks the solver must not be able to repeat its mistakes. */
@AnalyzeClasses(packages = "moot.checker", importOptions = ImportOption.DoNotIncludeTests.class)
class SharesNoCodeTest {
  @ArchTest
  static final ArchRule USES_ONLY_A_JSON_READER_AND_A_CSV_READER =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "moot.checker..",
              "java..",
              "tools.jackson..",
              "de.siegmar.fastcsv..",
              "org.jspecify.annotations..");
}
