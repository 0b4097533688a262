package moot.app.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * The open database: PostgreSQL with Moot's tables, embedded or a server's.
 *
 * <p>The embedded one may be open in several processes, and several times in one; it stops when the
 * last closes it.
 */
public final class Database implements AutoCloseable {
  /** The embedded servers that this process uses, by folder, each with the number of its users. */
  private static final Map<Path, Shared> SHARED = new HashMap<>();

  private final HikariDataSource pool;
  private final @Nullable Path folder;
  private boolean closed;

  private Database(HikariDataSource pool, @Nullable Path folder) {
    this.pool = pool;
    this.folder = folder;
  }

  /**
   * Opens the database and brings its tables up to date.
   *
   * @param steps told in words what takes time, one line a step
   * @throws DatabaseUnavailable when that is not possible; the message says what to do
   */
  public static Database open(DatabaseSettings settings, Consumer<String> steps) {
    Path folder = null;
    try {
      String url = settings.url();
      if (url != null) {
        DatabaseUrl address = DatabaseUrl.parse(url);
        String owner = settings.ownerUrl();
        if (owner == null) {
          Access own = new Access(address, address.shown());
          return new Database(connect(own, prepare(own, null, steps)), null);
        }
        DatabaseUrl ownerAddress = DatabaseUrl.parse(owner);
        prepare(new Access(ownerAddress, ownerAddress.shown()), address.user(), steps);
        return new Database(connect(new Access(address, address.shown()), null), null);
      }
      folder = settings.home().resolve("postgres");
      EmbeddedServer server = acquire(folder, steps);
      WorkingRole role = WorkingRole.ofEmbedded(server.password());
      String where = folder.toString();
      try (HikariDataSource owner =
          connect(
              new Access(
                  new DatabaseUrl(server.jdbcUrl(), server.user(), server.password()), where),
              null)) {
        migrate(owner);
        role.prepare(owner);
      }
      DatabaseUrl working = new DatabaseUrl(server.jdbcUrl(), role.name(), role.password());
      return new Database(connect(new Access(working, where), null), folder);
    } catch (IOException e) {
      release(folder);
      throw new DatabaseUnavailable(
          "The embedded database in %s: %s. Maybe the folder cannot be written to?"
              .formatted(folder, e.getMessage()),
          e);
    } catch (RuntimeException e) {
      release(folder);
      throw e;
    }
  }

  /**
   * Where to connect, as whom.
   *
   * @param where the same in words, without anything secret
   */
  private record Access(DatabaseUrl address, String where) {}

  /**
   * Brings the tables of a server up to date and gives the role that the pages work as its rights.
   *
   * @param working the role, when it has a log-in of its own; null to turn into it after logging in
   * @return the role to turn into; null for none
   */
  private static @Nullable String prepare(
      Access access, @Nullable String working, Consumer<String> steps) {
    try (HikariDataSource owner = connect(access, null)) {
      migrate(owner);
      if (working != null) {
        WorkingRole.named(working).grant(owner);
        return null;
      }
      WorkingRole role = WorkingRole.withoutLogin();
      if (role.prepareIfAllowed(owner)) {
        return role.name();
      }
      steps.accept(
          "The database's user may not make the role %s, so only triggers guard the journal. Maybe name its owner in %s and another user in %s?"
              .formatted(
                  role.name(), DatabaseSettings.OWNER_URL_SETTING, DatabaseSettings.URL_SETTING));
      return null;
    }
  }

  public DataSource dataSource() {
    return pool;
  }

  /** Closes the database when the process is told to end before it has closed it. */
  public Database closeAtExit() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "close-database"));
    return this;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    pool.close();
    release(folder);
  }

  /**
   * @param role to turn into after logging in; null for none
   */
  private static HikariDataSource connect(Access access, @Nullable String role) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(access.address.jdbc());
    config.setUsername(access.address.user());
    config.setPassword(access.address.password());
    config.setPoolName("moot");
    config.setMaximumPoolSize(16);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(10_000);
    config.setInitializationFailTimeout(10_000);
    if (role != null) {
      config.setConnectionInitSql("set role " + role);
    }
    try {
      return new HikariDataSource(config);
    } catch (PoolInitializationException e) {
      throw new DatabaseUnavailable(
          "No connection to the database at %s: %s. Maybe the server is not running, or user and password are not right?"
              .formatted(access.where, e.getMessage()),
          e);
    }
  }

  private static void migrate(DataSource owner) {
    try {
      Flyway.configure()
          .dataSource(owner)
          .locations("classpath:db/migration")
          .table("schema_history")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new DatabaseUnavailable(
          "The database's tables cannot be brought up to date: %s. Maybe it was written by a newer Moot?"
              .formatted(e.getMessage()),
          e);
    }
  }

  private static EmbeddedServer acquire(Path folder, Consumer<String> steps) throws IOException {
    synchronized (SHARED) {
      Shared shared = SHARED.get(folder);
      if (shared == null) {
        String programs = System.getProperty("moot.postgres.programs");
        Path programsFolder = programs == null ? folder : Path.of(programs).toAbsolutePath();
        shared = new Shared(EmbeddedServer.open(folder, programsFolder, steps));
        SHARED.put(folder, shared);
      }
      shared.users++;
      return shared.server;
    }
  }

  private static void release(@Nullable Path folder) {
    if (folder == null) {
      return;
    }
    synchronized (SHARED) {
      Shared shared = SHARED.get(folder);
      if (shared == null || --shared.users > 0) {
        return;
      }
      SHARED.remove(folder);
      try {
        shared.server.close();
      } catch (IOException e) {
        throw new UncheckedIOException("closing the database in " + folder, e);
      }
    }
  }

  private static final class Shared {
    private final EmbeddedServer server;
    private int users;

    private Shared(EmbeddedServer server) {
      this.server = server;
    }
  }
}
