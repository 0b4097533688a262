package moot.app.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of Moot's own, with its data in a folder that stays.
 *
 * <p>Several processes may use it at once (the web application and an import from the terminal):
 * the first starts it, the others attach to it, the last to leave stops it. Each holds a shared
 * lock on {@code users.lock}, which the operating system takes back from a process that is killed;
 * so a killed application leaves at worst a running server, to which the next start attaches.
 *
 * <p>Whoever starts or stops the server holds {@code start.lock} meanwhile. Whoever uses it looks
 * after it: when it was killed, it is started again at the same port.
 */
final class EmbeddedServer {
  private static final String USER = "moot";
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final int LOOK_EVERY = 500; // milliseconds
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

  private final Path folder;
  private final Path data;
  private final Path programs;
  private final ServerUser user;
  private final String password;
  private final int port;
  private @Nullable FileChannel use;

  private EmbeddedServer(
      Path folder,
      Path programs,
      ServerUser user,
      String password,
      int port,
      @Nullable FileChannel use) {
    this.folder = folder;
    this.data = folder.resolve("data");
    this.programs = programs;
    this.user = user;
    this.password = password;
    this.port = port;
    this.use = use;
  }

  /**
   * Starts the server in {@code folder}, or attaches to the one that runs there.
   *
   * @param steps told in words what takes time
   * @throws DatabaseUnavailable when it cannot be started
   */
  static EmbeddedServer open(Path folder, Path programsFolder, Consumer<String> steps)
      throws IOException {
    Files.createDirectories(folder);
    Path data = folder.resolve("data");
    try (FileChannel starting = lockFile(folder.resolve("start.lock"));
        FileLock held = starting.lock()) {
      ServerUser user = ServerUser.find();
      Path programs = PostgresBinaries.unpack(programsFolder);
      if (!Files.exists(data.resolve("PG_VERSION"))) {
        steps.accept("Making the database in " + folder);
        make(folder, programs, user);
      }
      String password = Files.readString(folder.resolve("password")).strip();
      FileChannel use = lockFile(folder.resolve("users.lock"));
      try {
        if (use.lock(0, 1, true) == null) {
          throw new IOException("no lock on users.lock");
        }
        Optional<Integer> running = findRunning(data, password);
        int port =
            running.isPresent()
                ? running.get()
                : start(folder, data, programs, user, password, 0, steps);
        EmbeddedServer server = new EmbeddedServer(folder, programs, user, password, port, use);
        Thread.ofPlatform().daemon().name("watch-database").start(server::watch);
        return server;
      } catch (IOException | RuntimeException e) {
        use.close();
        throw e;
      }
    }
  }

  int port() {
    return port;
  }

  String jdbcUrl() {
    return jdbcUrl(port);
  }

  String user() {
    return USER;
  }

  String password() {
    return password;
  }

  /** Lets go of the server; stops it when nobody else uses it. */
  synchronized void close() throws IOException {
    FileChannel mine = use;
    if (mine == null) {
      return;
    }
    use = null;
    try (FileChannel starting = lockFile(folder.resolve("start.lock"));
        FileLock held = starting.lock()) {
      mine.close();
      try (FileChannel users = lockFile(folder.resolve("users.lock"));
          FileLock alone = users.tryLock()) {
        if (alone != null) {
          run(
              user,
              folder,
              List.of(programs.resolve("bin/pg_ctl").toString(), "stop", "-D", data.toString()),
              List.of("-m", "fast", "-w", "-t", "60"));
        }
      }
    }
  }

  private static String jdbcUrl(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  private static FileChannel lockFile(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** Makes the data folder beside its place and then moves it there: all of it or nothing. */
  private static void make(Path folder, Path programs, ServerUser user) throws IOException {
    Path partial = folder.resolve("data.making");
    PostgresBinaries.deleteTree(partial);
    Path passwordFile = folder.resolve("password");
    byte[] secret = new byte[24];
    new SecureRandom().nextBytes(secret);
    Files.deleteIfExists(passwordFile);
    Files.createFile(passwordFile);
    if (posix(folder)) {
      Files.setPosixFilePermissions(passwordFile, PosixFilePermissions.fromString("rw-------"));
    }
    Files.writeString(passwordFile, HexFormat.of().formatHex(secret) + "\n");
    Files.createDirectories(partial);
    if (posix(folder)) {
      Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwx------"));
    }
    user.own(partial);
    user.own(passwordFile);
    run(
        user,
        folder,
        List.of(programs.resolve("bin/initdb").toString(), "-D", partial.toString()),
        List.of(
            "-U",
            USER,
            "--pwfile=" + passwordFile,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--locale=C.UTF-8"));
    Files.writeString(
        partial.resolve("postgresql.conf"),
        """

        # What Moot sets.
        listen_addresses = '127.0.0.1'
        unix_socket_directories = ''
        jit = off
        timezone = 'UTC'
        log_timezone = 'UTC'
        """,
        UTF_8,
        StandardOpenOption.APPEND);
    Files.move(partial, folder.resolve("data"));
  }

  private static boolean posix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** The port of the server that runs in {@code data}; clears away what a dead one left. */
  private static Optional<Integer> findRunning(Path data, String password) throws IOException {
    Optional<Postmaster> claimed = Postmaster.read(data);
    if (claimed.isPresent()) {
      Postmaster postmaster = claimed.get();
      Instant until = Instant.now().plus(ANSWER);
      while (postmaster.isRunning(data)) {
        if (answers(data, postmaster.port(), password)) {
          return Optional.of(postmaster.port());
        }
        if (Instant.now().isAfter(until)) {
          postmaster.end();
        } else {
          pause();
        }
      }
    }
    // Its writer is gone or was never a server of this folder. PostgreSQL itself would be misled by
    // another process that was given the same number since.
    Files.deleteIfExists(data.resolve(Postmaster.FILE));
    return Optional.empty();
  }

  private static boolean answers(Path data, int port, String password) {
    Properties properties = new Properties();
    properties.setProperty("user", USER);
    properties.setProperty("password", password);
    // A server that was stopped in its tracks still has its connections accepted by the system.
    properties.setProperty("connectTimeout", "3");
    properties.setProperty("socketTimeout", "3");
    try (Connection connection = DriverManager.getConnection(jdbcUrl(port), properties);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW data_directory")) {
      return row.next() && Path.of(row.getString(1)).toRealPath().equals(data.toRealPath());
    } catch (SQLException | IOException e) {
      return false; // not yet, not any more, or not ours
    }
  }

  /** Starts the server anew, at the same port, when it was killed while somebody uses it. */
  private void watch() {
    while (inUse()) {
      try {
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY);
        if (Postmaster.read(data).filter(server -> server.isRunning(data)).isEmpty()) {
          revive();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (IOException | DatabaseUnavailable e) {
        LOG.warn("the embedded database ended and does not start again yet: {}", e.getMessage());
      }
    }
  }

  private synchronized boolean inUse() {
    return use != null;
  }

  private synchronized void revive() throws IOException {
    if (use == null) {
      return;
    }
    try (FileChannel starting = lockFile(folder.resolve("start.lock"));
        FileLock held = starting.lock()) {
      if (findRunning(data, password).isEmpty()) {
        start(
            folder,
            data,
            programs,
            user,
            password,
            port,
            step -> LOG.warn("the embedded database had ended; it is started again"));
      }
    }
  }

  /**
   * @param wanted the port that others know it by; 0 for any that is free
   */
  private static int start(
      Path folder,
      Path data,
      Path programs,
      ServerUser user,
      String password,
      int wanted,
      Consumer<String> steps)
      throws IOException {
    steps.accept("Starting the database");
    Path log = folder.resolve("server.log");
    if (Files.exists(log) && Files.size(log) > 10_000_000) {
      Files.delete(log);
    }
    if (!Files.exists(log)) {
      Files.createFile(log);
      user.own(log);
    }
    DatabaseUnavailable last = null;
    // Another program may take the free port first; children of a killed server may need a moment
    // to let go of its shared memory.
    for (int attempt = 0; attempt < 5; attempt++) {
      int port = wanted == 0 ? freePort() : wanted;
      try {
        run(
            user,
            folder,
            List.of(programs.resolve("bin/pg_ctl").toString(), "start", "-D", data.toString()),
            List.of("-l", log.toString(), "-o", "-p " + port, "-w", "-t", "300"));
        if (!answers(data, port, password)) {
          throw new DatabaseUnavailable(
              "The database started but refuses its password. Maybe %s is from another database?"
                  .formatted(folder.resolve("password")));
        }
        return port;
      } catch (DatabaseUnavailable e) {
        last = e;
        pause();
      }
    }
    throw new DatabaseUnavailable(
        "The embedded database does not start; its own words are in %s. Maybe the disk is full, or the folder belongs to another user?"
            .formatted(log),
        last);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseUnavailable("Interrupted while waiting for the database.", e);
    }
  }

  private static void run(ServerUser user, Path folder, List<String> command, List<String> more)
      throws IOException {
    Path output = Files.createTempFile(folder, "command-", ".log");
    try {
      List<String> all = new ArrayList<>(command);
      all.addAll(more);
      Process process =
          new ProcessBuilder(user.command(all))
              .directory(folder.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(6, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new DatabaseUnavailable(command.getFirst() + " did not end within six minutes.");
      }
      if (process.exitValue() != 0) {
        throw new DatabaseUnavailable(
            "%s ended with %d: %s"
                .formatted(
                    String.join(" ", command), process.exitValue(), Files.readString(output)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseUnavailable("Interrupted while waiting for the database.", e);
    } finally {
      Files.deleteIfExists(output);
    }
  }
}
