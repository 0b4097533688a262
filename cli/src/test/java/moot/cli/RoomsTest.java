package moot.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may use whom, as ARCHITECTURE.md draws it. The terminal is the only room that sees all. */
class RoomsTest {
  private static final Map<String, Set<String>> MAY_USE =
      Map.of(
          "register", Set.of(),
          "formation", Set.of("register"),
          "papers", Set.of("register", "formation"),
          "checker", Set.of(),
          "sample", Set.of("register"),
          "app", Set.of("register", "formation", "papers", "sample"),
          "cli", Set.of("register", "formation", "papers", "checker", "sample", "app"));

  private static JavaClasses house =
      new ClassFileImporter().importPackages("moot.none.such.package");

  @BeforeAll
  static void enter() {
    house =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("moot");
  }

  static Stream<String> rooms() {
    return MAY_USE.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void a_room_uses_only_the_rooms_that_it_may(String room) {
    String[] others =
        MAY_USE.keySet().stream()
            .filter(
                other ->
                    !other.equals(room) && !MAY_USE.getOrDefault(room, Set.of()).contains(other))
            .map(RoomsTest::inside)
            .toArray(String[]::new);
    if (others.length > 0) {
      noClasses()
          .that()
          .resideInAPackage(inside(room))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others)
          .check(house);
    }
  }

  private static String inside(String room) {
    return "moot." + room + "..";
  }

  @Test
  void the_engine_rooms_are_plain_java() {
    for (String room : List.of("register", "formation", "papers", "checker", "sample")) {
      noClasses()
          .that()
          .resideInAPackage(inside(room))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..", "java.sql..", "javax.sql..", "jakarta..", "picocli..")
          .check(house);
    }
  }

  @Test
  void the_checker_shares_no_code_with_what_it_checks() {
    noClasses()
        .that()
        .resideInAPackage("moot.checker..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.google.ortools..", "org.locationtech..")
        .check(house);
  }
}
