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
      HikariConfig config = new HikariConfig();
      String url = settings.url();
      String where;
      if (url == null) {
        folder = settings.home().resolve("postgres");
        EmbeddedServer server = acquire(folder, steps);
        config.setJdbcUrl(server.jdbcUrl());
        config.setUsername(server.user());
        config.setPassword(server.password());
        where = folder.toString();
      } else {
        DatabaseUrl address = DatabaseUrl.parse(url);
        config.setJdbcUrl(address.jdbc());
        config.setUsername(address.user());
        config.setPassword(address.password());
        where = address.shown();
      }
      config.setPoolName("moot");
      config.setMaximumPoolSize(16);
      config.setMinimumIdle(1);
      config.setConnectionTimeout(10_000);
      config.setInitializationFailTimeout(10_000);
      return new Database(migrate(connect(config, where)), folder);
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

  private static HikariDataSource connect(HikariConfig config, String where) {
    try {
      return new HikariDataSource(config);
    } catch (PoolInitializationException e) {
      throw new DatabaseUnavailable(
          "No connection to the database at %s: %s. Maybe the server is not running, or user and password are not right?"
              .formatted(where, e.getMessage()),
          e);
    }
  }

  private static HikariDataSource migrate(HikariDataSource pool) {
    try {
      Flyway.configure()
          .dataSource(pool)
          .locations("classpath:db/migration")
          .table("schema_history")
          .load()
          .migrate();
      return pool;
    } catch (FlywayException e) {
      pool.close();
      throw new DatabaseUnavailable(
          "The database's tables cannot be brought up to date: %s. Maybe it was written by a newer Moot?"
              .formatted(e.getMessage()),
          e);
    } catch (RuntimeException e) {
      pool.close();
      throw e;
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
