package moot.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseUrlTest {
  @ParameterizedTest
  @CsvSource({
    "postgresql://me:s%40cret@db:6000/moot, jdbc:postgresql://db:6000/moot, me, s@cret",
    "postgres://me:a+b@db/moot?sslmode=require, jdbc:postgresql://db:5432/moot?sslmode=require, me, a+b",
    "postgresql://db/moot, jdbc:postgresql://db:5432/moot, , ",
    "jdbc:postgresql://db/moot?user=me, jdbc:postgresql://db/moot?user=me, , ",
  })
  void anAddressIsReadAsPostgresToolsReadIt(
      String given, String jdbc, String user, String password) {
    assertThat(DatabaseUrl.parse(given)).isEqualTo(new DatabaseUrl(jdbc, user, password));
  }

  @Test
  void anAddressOfSomethingElseIsRefusedInWords() {
    assertThatThrownBy(() -> DatabaseUrl.parse("mysql://me:secret@db/moot"))
        .hasMessageContaining("MOOT_DATABASE_URL")
        .hasMessageContaining("Maybe")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aServerThatIsNotThereIsSaidPlainly() {
    assertThatThrownBy(
            () ->
                Database.open(
                    new DatabaseSettings(
                        Path.of("target"), "postgresql://me:secret@127.0.0.1:1/moot"),
                    step -> {}))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("127.0.0.1:1")
        .hasMessageContaining("Maybe")
        .hasMessageNotContaining("secret");
  }

  @Test
  void theEnvironmentSaysWhere_andASystemPropertyOverridesIt() {
    Properties properties = new Properties();
    Map<String, String> environment = Map.of("MOOT_HOME", "/a", "MOOT_DATABASE_URL", " ");
    assertThat(DatabaseSettings.of(environment, properties))
        .isEqualTo(new DatabaseSettings(Path.of("/a"), null));
    properties.setProperty("moot.home", "/b");
    assertThat(DatabaseSettings.of(environment, properties).home()).isEqualTo(Path.of("/b"));
  }
}
