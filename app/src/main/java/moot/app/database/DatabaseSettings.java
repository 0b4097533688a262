package moot.app.database;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is.
 *
 * @param home the folder in which Moot keeps what has to stay between starts; the embedded database
 *     lives in its folder {@code postgres}
 * @param url a PostgreSQL server to use instead of the embedded one, as {@code
 *     postgresql://user:password@host:port/database} or {@code jdbc:postgresql://…}; null for the
 *     embedded one
 * @param ownerUrl the same server and database as the one who owns the tables, and who alone brings
 *     them up to date; null when {@code url} names the owner
 */
public record DatabaseSettings(Path home, @Nullable String url, @Nullable String ownerUrl) {
  public static final String URL_SETTING = "MOOT_DATABASE_URL";
  public static final String OWNER_URL_SETTING = "MOOT_DATABASE_OWNER_URL";
  public static final String HOME_SETTING = "MOOT_HOME";

  public DatabaseSettings {
    home = home.toAbsolutePath().normalize();
  }

  /** One address for all. */
  public DatabaseSettings(Path home, @Nullable String url) {
    this(home, url, null);
  }

  /** The same in another folder. */
  public DatabaseSettings at(Path other) {
    return new DatabaseSettings(other, url, ownerUrl);
  }

  /**
   * The settings of this process: {@code MOOT_DATABASE_URL}, {@code MOOT_DATABASE_OWNER_URL} and
   * {@code MOOT_HOME} from the environment, each overridden by the system properties {@code
   * moot.database.url}, {@code moot.database.owner.url} and {@code moot.home}; without them the
   * embedded database in {@code .moot} of the working folder.
   */
  public static DatabaseSettings current() {
    return of(System.getenv(), System.getProperties());
  }

  static DatabaseSettings of(Map<String, String> environment, Properties properties) {
    String home = first(properties.getProperty("moot.home"), environment.get(HOME_SETTING));
    String url = first(properties.getProperty("moot.database.url"), environment.get(URL_SETTING));
    String owner =
        first(
            properties.getProperty("moot.database.owner.url"), environment.get(OWNER_URL_SETTING));
    return new DatabaseSettings(Path.of(home == null ? ".moot" : home), url, owner);
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    if (one != null && !one.isBlank()) {
      return one.strip();
    }
    return other == null || other.isBlank() ? null : other.strip();
  }
}
