package moot.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import moot.app.MootApplication;
import moot.app.MootApplication.Served;
import moot.app.database.Database;
import moot.app.database.DatabaseSettings;
import moot.app.database.DatabaseUnavailable;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine.Option;

/** Where the pages are served, for the commands that serve them. */
final class Listening {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern SEAT = Pattern.compile("name=\"seat\" value=\"(\\d+)\"");

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
          "where to listen (default: ${DEFAULT-VALUE}, this machine alone). Elsewhere, put TLS in"
              + " front of it: passwords travel as they are typed")
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
   * @param demo whether whoever comes may sign in as anybody
   * @param whenServed called once the pages are there
   */
  void serve(Database database, boolean demo, PrintWriter out, Consumer<Served> whenServed)
      throws IOException, InterruptedException {
    if (port < 0 || port > 65_535) {
      database.close();
      throw new UserError(
          "--port %d: expected 0 to 65535. Maybe a digit too many?".formatted(port));
    }
    Served served;
    try {
      served =
          demo
              ? MootApplication.serveDemo(database, address, port)
              : MootApplication.serve(database, address, port);
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
      lookAround(served);
      return;
    }
    served.announce(out);
    // The application ends with the process, in its own shutdown hook.
    Thread.currentThread().join();
  }

  /** Signs in as the first person of the demo, where it is one, and looks at what most look at. */
  private static void lookAround(Served served) throws IOException, InterruptedException {
    try (served;
        HttpClient client =
            HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
      URI home = URI.create(served.address());
      String people = get(client, home.resolve("/sign-in"));
      Matcher token = TOKEN.matcher(people);
      Matcher seat = SEAT.matcher(people);
      if (token.find() && seat.find()) {
        client.send(
            HttpRequest.newBuilder(home.resolve("/sign-in/as"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "_csrf=" + token.group(1) + "&seat=" + seat.group(1)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
      }
      for (String path : List.of("/forming", "/forming/places", "/map", "/imports")) {
        get(client, home.resolve(path));
      }
    }
  }

  private static String get(HttpClient client, URI page) throws IOException, InterruptedException {
    return client
        .send(
            HttpRequest.newBuilder(page).header("Accept", "text/html").build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static String message(Exception e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
