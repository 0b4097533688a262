package moot.cli;

import java.io.PrintWriter;
import java.util.function.Consumer;
import moot.app.MootApplication;
import moot.app.MootApplication.Served;
import moot.app.database.Database;
import moot.app.database.DatabaseSettings;
import moot.app.database.DatabaseUnavailable;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine.Option;

/** Where the pages are served, for the commands that serve them. */
final class Listening {
  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "${env:MOOT_PORT:-8080}",
      description = "the port (default: ${DEFAULT-VALUE}; 0 takes any that is free)")
  private int port = 8080;

  @Option(
      names = "--address",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "where to listen (default: ${DEFAULT-VALUE}, this machine alone). There is no sign-in yet:"
              + " whoever reaches the address may do everything")
  private String address = "127.0.0.1";

  /** Opens a database. */
  static Database openDatabase(DatabaseSettings settings, PrintWriter out) {
    try {
      return Database.open(settings, out::println);
    } catch (DatabaseUnavailable e) {
      throw new UserError(message(e));
    }
  }

  /**
   * Serves until the process is told to end.
   *
   * @param database closed at the end
   * @param whenServed called once the pages are there
   */
  void serve(Database database, PrintWriter out, Consumer<Served> whenServed)
      throws InterruptedException {
    if (port < 0 || port > 65_535) {
      database.close();
      throw new UserError(
          "--port %d: expected 0 to 65535. Maybe a digit too many?".formatted(port));
    }
    Served served;
    try {
      served = MootApplication.serve(database, address, port);
    } catch (RuntimeException e) {
      database.close();
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof PortInUseException) {
          throw new UserError(
              "--port %d: another program listens there. Maybe Moot already runs, or choose another port with --port?"
                  .formatted(port));
        }
      }
      throw e;
    }
    whenServed.accept(served);
    served.announce(out);
    // The application ends with the process, in its own shutdown hook.
    Thread.currentThread().join();
  }

  private static String message(Exception e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
