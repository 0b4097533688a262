package moot.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The server process as its own lock file {@code postmaster.pid} tells of it. The file outlives a
 * server that was killed, so what it says is only a claim.
 *
 * @param pid the server's process number
 * @param port where it listens on this machine
 */
record Postmaster(long pid, int port) {
  static final String FILE = "postmaster.pid";

  /**
   * What the file in {@code data} claims; empty when there is none or it was cut off in writing.
   */
  static Optional<Postmaster> read(Path data) throws IOException {
    try {
      // Line 1 process number, 2 data folder, 3 start time, 4 port (PostgreSQL: miscinit.c).
      List<String> lines = Files.readAllLines(data.resolve(FILE));
      if (lines.size() < 4) {
        return Optional.empty();
      }
      return Optional.of(
          new Postmaster(
              Long.parseLong(lines.get(0).strip()), Integer.parseInt(lines.get(3).strip())));
    } catch (NoSuchFileException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether the process is there and is a PostgreSQL server of this data folder, not another
   * program that was given the same number since.
   */
  boolean isRunning(Path data) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .flatMap(process -> commandLine(process))
        .filter(line -> line.contains("postgres") && line.contains(data.toString()))
        .isPresent();
  }

  private static Optional<String> commandLine(ProcessHandle process) {
    Path arguments = Path.of("/proc/" + process.pid() + "/cmdline");
    if (Files.isReadable(arguments)) {
      try {
        return Optional.of(Files.readString(arguments).replace('\0', ' '));
      } catch (IOException e) {
        return Optional.empty(); // it has just ended
      }
    }
    return process.info().commandLine();
  }

  /** Ends a server that does not answer any more, with all its children. */
  void end() {
    ProcessHandle.of(pid)
        .ifPresent(
            process -> {
              List<ProcessHandle> children = process.descendants().toList();
              process.destroyForcibly();
              children.forEach(ProcessHandle::destroyForcibly);
              process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
            });
  }
}
