package moot.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
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

  @Option(
      names = "--once",
      hidden = true,
      description = "looks at its own pages and ends: records for ./moot what a start needs")
  private boolean once;

  /** Opens the database of this process's settings. */
  static Database openDatabase(PrintWriter out) {
    return openDatabase(DatabaseSettings.current(), out);
  }

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
      throws IOException, InterruptedException {
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
    if (once) {
      try (served;
          HttpClient client = HttpClient.newHttpClient()) {
        for (String path : List.of("forming", "forming/places", "map", "imports")) {
          HttpRequest page = HttpRequest.newBuilder(URI.create(served.address() + path)).build();
          client.send(page, HttpResponse.BodyHandlers.ofString());
        }
      }
      return;
    }
    served.announce(out);
    // The application ends with the process, in its own shutdown hook.
    Thread.currentThread().join();
  }

  private static String message(Exception e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
