package moot.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * As whom the embedded server runs. PostgreSQL refuses to run as root, so where Moot does (a
 * container, a small server), its programs are started in a user namespace of their own, or as
 * {@code nobody} where that is not allowed.
 */
sealed interface ServerUser {
  /** The command that runs {@code command} as this user. */
  List<String> command(List<String> command);

  /** Makes the server's files its own. */
  default void own(Path folder) throws IOException {}

  /** The same user as Moot's. */
  record Same() implements ServerUser {
    @Override
    public List<String> command(List<String> command) {
      return command;
    }
  }

  /** Root outside, nobody in particular inside: files stay root's. */
  record OwnNamespace() implements ServerUser {
    @Override
    public List<String> command(List<String> command) {
      List<String> all = new ArrayList<>(List.of("unshare", "-U"));
      all.addAll(command);
      return all;
    }
  }

  /** The user with the number that stands for nobody. */
  record Nobody() implements ServerUser {
    private static final int ID = 65534;

    @Override
    public List<String> command(List<String> command) {
      List<String> all =
          new ArrayList<>(
              List.of("setpriv", "--reuid=" + ID, "--regid=" + ID, "--clear-groups", "--"));
      all.addAll(command);
      return all;
    }

    @Override
    public void own(Path folder) throws IOException {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.toList()) {
          Files.setAttribute(path, "unix:uid", ID);
          Files.setAttribute(path, "unix:gid", ID);
        }
      }
    }
  }

  /**
   * @throws DatabaseUnavailable when Moot runs as root and there is no way to run PostgreSQL as
   *     someone else
   */
  static ServerUser find() throws IOException {
    if (!isRoot()) {
      return new Same();
    }
    if (succeeds(new OwnNamespace().command(List.of("true")))) {
      return new OwnNamespace();
    }
    if (succeeds(new Nobody().command(List.of("true")))) {
      return new Nobody();
    }
    throw new DatabaseUnavailable(
        "PostgreSQL does not run as root, and neither unshare nor setpriv is there to run it as"
            + " someone else. Maybe start Moot as an ordinary user, or set "
            + DatabaseSettings.URL_SETTING
            + " to a PostgreSQL server of yours?");
  }

  private static boolean isRoot() throws IOException {
    Path self = Path.of("/proc/self");
    return Files.isDirectory(self)
        && Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"));
  }

  private static boolean succeeds(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false; // the program is not there
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
