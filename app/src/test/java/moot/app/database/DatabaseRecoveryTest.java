package moot.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was written is there at the next start, whatever was killed and however. */
class DatabaseRecoveryTest {
  @TempDir Path home;
  private final List<Process> started = new ArrayList<>();

  @BeforeEach
  void shareTheUnpackedPrograms() {
    System.setProperty("moot.postgres.programs", Path.of("target/postgres").toString());
  }

  @AfterEach
  void leaveNothingRunning() throws Exception {
    for (Process process : started) {
      process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
    Postmaster.read(data()).filter(p -> p.isRunning(data())).ifPresent(Postmaster::end);
  }

  @Test
  void theApplicationIsKilled_theNextStartAttachesToTheServerThatWasLeft() throws Exception {
    kill(openAndWrite("one"));
    long left = postmaster().pid();

    try (Database database = open()) {
      assertThat(words(database)).containsExactly("one");
      assertThat(postmaster().pid()).isEqualTo(left);
    }
    assertThat(Files.exists(data().resolve(Postmaster.FILE))).as("stopped by the last").isFalse();
  }

  @Test
  void theServerIsKilled_theNextStartRecovers() throws Exception {
    kill(openAndWrite("one")); // first, since it would start the server again
    killServer();

    assertThat(data().resolve(Postmaster.FILE)).as("the stale lock file").exists();
    try (Database database = open()) {
      assertThat(words(database)).containsExactly("one");
    }
  }

  @Test
  void theServerIsKilledUnderARunningApplication_itIsStartedAgain() throws Exception {
    try (Database database = open()) {
      write(database, "before");
      int port = postmaster().port();
      killServer();
      Instant until = Instant.now().plusSeconds(60);
      while (true) {
        try {
          write(database, "after");
          break;
        } catch (SQLException e) {
          assertThat(Instant.now()).as("still refused: " + e).isBefore(until);
          TimeUnit.MILLISECONDS.sleep(200);
        }
      }
      assertThat(words(database)).containsExactly("after", "before");
      assertThat(postmaster().port()).isEqualTo(port);
    }
  }

  @Test
  void bothAreKilled_andTheirProcessNumberNowBelongsToAnother() throws Exception {
    kill(openAndWrite("one")); // first, since it would start the server again
    killServer();
    List<String> lock = new ArrayList<>(Files.readAllLines(data().resolve(Postmaster.FILE)));
    lock.set(0, Long.toString(ProcessHandle.current().pid()));
    Files.write(data().resolve(Postmaster.FILE), lock);

    try (Database database = open()) {
      assertThat(words(database)).containsExactly("one");
    }
  }

  @Test
  void theServerIsLeftButDoesNotAnswer_itIsEndedAndStartedAnew() throws Exception {
    kill(openAndWrite("one"));
    long left = postmaster().pid();
    assertThat(new ProcessBuilder("kill", "-STOP", Long.toString(left)).start().waitFor()).isZero();

    try (Database database = open()) {
      assertThat(words(database)).containsExactly("one");
      assertThat(postmaster().pid()).isNotEqualTo(left);
    }
  }

  @Test
  void aLockFileCutOffInWritingIsNoObstacle() throws Exception {
    try (Database database = open()) {
      write(database, "one");
    }
    Files.writeString(data().resolve(Postmaster.FILE), "123");
    try (Database database = open()) {
      assertThat(words(database)).containsExactly("one");
    }
  }

  @Test
  void aDatabaseHalfMadeIsMadeAnew() throws Exception {
    Files.createDirectories(home.resolve("postgres/data.making/base"));
    Files.writeString(home.resolve("postgres/password"), "half");
    try (Database database = open()) {
      write(database, "one");
      assertThat(words(database)).containsExactly("one");
    }
  }

  @Test
  void twoProcessesShareTheDatabase_andTheFirstToLeaveDoesNotTakeItAway() throws Exception {
    Process application = openAndWrite("from the application");
    try (Database terminal = open()) {
      write(terminal, "from the terminal");
      application.destroy(); // as Ctrl-C does, with time to close
      assertThat(application.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(words(terminal)).containsExactly("from the application", "from the terminal");
    }
    assertThat(Files.exists(data().resolve(Postmaster.FILE))).isFalse();
  }

  @Test
  void aServerByOneSettingHasTheSameTables() throws Exception {
    try (Database embedded = open()) {
      Postmaster server = postmaster();
      String password = Files.readString(home.resolve("postgres/password")).strip();
      String url = "postgresql://moot:" + password + "@127.0.0.1:" + server.port() + "/postgres";
      try (Database byUrl =
          Database.open(new DatabaseSettings(home.resolve("elsewhere"), url), step -> {})) {
        write(byUrl, "through the address");
        assertThat(words(embedded)).containsExactly("through the address");
        assertThat(count(byUrl, "select count(*) from scheduled_tasks")).isZero();
      }
      assertThat(home.resolve("elsewhere")).as("no embedded one beside it").doesNotExist();
    }
  }

  private Path data() {
    return home.resolve("postgres/data");
  }

  private Postmaster postmaster() throws IOException {
    return Postmaster.read(data()).orElseThrow();
  }

  private Database open() {
    return Database.open(new DatabaseSettings(home, null), step -> {});
  }

  private Process openAndWrite(String word) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dmoot.postgres.programs=" + Path.of("target/postgres"),
                "-cp",
                System.getProperty("java.class.path"),
                OpenAndWait.class.getName(),
                home.toString(),
                word)
            .redirectErrorStream(true)
            .start();
    started.add(process);
    StringBuilder said = new StringBuilder();
    BufferedReader output = process.inputReader();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.equals("written")) {
        return process;
      }
      said.append(line).append('\n');
    }
    throw new AssertionError("the application ended: " + said);
  }

  private static void kill(Process process) throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  private void killServer() throws IOException {
    ProcessHandle server = ProcessHandle.of(postmaster().pid()).orElseThrow();
    server.destroyForcibly();
    server.onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }

  private static void write(Database database, String word) throws Exception {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(OpenAndWait.insert(word));
    }
  }

  private static List<String> words(Database database) throws Exception {
    List<String> words = new ArrayList<>();
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select code from access.party order by code")) {
      while (rows.next()) {
        words.add(rows.getString(1));
      }
    }
    return words;
  }

  private static int count(Database database, String query) throws Exception {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
