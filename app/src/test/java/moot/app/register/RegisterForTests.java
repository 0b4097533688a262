package moot.app.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import moot.app.database.Database;
import moot.app.database.DatabaseSettings;
import moot.app.database.TablesOwner;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One database for all tests of the register, emptied for each that asks for it. */
public final class RegisterForTests {
  /** Today, in tests: after everything that the published files speak of. */
  public static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

  public static final Clock CLOCK =
      Clock.fixed(TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

  private static final Path HOME = home();
  private static final Database DATABASE = open();

  private RegisterForTests() {}

  /** The database with an empty register. */
  public static DataSource emptied() {
    JdbcClient jdbc = JdbcClient.create(TablesOwner.of(HOME));
    jdbc.sql("drop schema register cascade").update();
    for (String migration :
        List.of(
            "V2__register.sql",
            "V60__announced_changes.sql",
            "V80__care_home_beds.sql",
            "V87__contracts.sql")) {
      try (var script = RegisterForTests.class.getResourceAsStream("/db/migration/" + migration)) {
        jdbc.sql(new String(script.readAllBytes(), StandardCharsets.UTF_8)).update();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    TablesOwner.grantAgain(HOME);
    return DATABASE.dataSource();
  }

  /** The same database once more, for a served application, which closes what it was given. */
  public static Database openAgain() {
    return Database.open(new DatabaseSettings(HOME, null), step -> {});
  }

  private static Path home() {
    try {
      return Files.createTempDirectory("moot-register");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Database open() {
    System.setProperty("moot.postgres.programs", Path.of("target/postgres").toString());
    return openAgain().closeAtExit();
  }
}
