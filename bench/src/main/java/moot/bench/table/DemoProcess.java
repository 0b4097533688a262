package moot.bench.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The demo in a process of its own, with a folder of its own, to be asked, loaded and killed. */
final class DemoProcess implements AutoCloseable {
  private static final String SAID = "Moot is at ";

  private final Path home;
  private final int port;
  private final AtomicReference<@Nullable Process> process = new AtomicReference<>();

  DemoProcess(Path home, int port) {
    this.home = home;
    this.port = port;
  }

  /** Starts it and waits until it says where it is. */
  void start() throws IOException {
    Process started =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-Xmx1g",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Djava.awt.headless=true",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "moot.cli.Moot",
                    "demo",
                    "--port",
                    Integer.toString(port)))
            .redirectErrorStream(true)
            .directory(home.toFile())
            .start();
    process.set(started);
    BufferedReader output = started.inputReader();
    StringBuilder said = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      said.append(line).append('\n');
      if (line.contains(SAID)) {
        Thread.ofPlatform().daemon().start(() -> drain(output));
        return;
      }
    }
    throw new IOException("the demo ended: " + said);
  }

  private void drain(BufferedReader output) {
    try (var log =
        Files.newBufferedWriter(
            home.resolve("demo.log"),
            java.nio.file.StandardOpenOption.CREATE,
            java.nio.file.StandardOpenOption.APPEND)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        log.write(line);
        log.newLine();
        log.flush();
      }
    } catch (IOException e) {
      // It was killed.
    }
  }

  URI address() {
    return URI.create("http://localhost:" + port + "/");
  }

  /** As {@code kill -9} does. */
  void killApplication() throws InterruptedException {
    Process running = process.get();
    if (running != null) {
      running.destroyForcibly();
      running.waitFor(20, TimeUnit.SECONDS);
    }
  }

  /** The same to the embedded database under it, which the application starts again. */
  void killDatabase() throws IOException, InterruptedException {
    ProcessHandle server =
        ProcessHandle.of(Long.parseLong(Files.readAllLines(postmaster()).getFirst().strip()))
            .orElseThrow(() -> new IOException("no database to kill"));
    server.destroyForcibly();
    Instant until = Instant.now().plus(Duration.ofSeconds(20));
    while (server.isAlive() && Instant.now().isBefore(until)) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private Path postmaster() {
    return home.resolve(".moot/demo/postgres/data/postmaster.pid");
  }

  /** Where its settings are to point for whoever opens its database. */
  Path demoHome() {
    return home.resolve(".moot/demo");
  }

  @Override
  public void close() {
    Process running = process.get();
    if (running != null) {
      running.destroy();
      try {
        if (!running.waitFor(30, TimeUnit.SECONDS)) {
          running.destroyForcibly();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  static Path folder(String name) {
    try {
      return Files.createTempDirectory(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
