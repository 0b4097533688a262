package moot.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import moot.app.database.Database;
import moot.app.database.DatabaseSettings;
import moot.app.demo.Demo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./moot demo}: the sample place, loaded, searched and served. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Serves Mereshire, a sample place that nobody lives in, with its best plan: for looking"
          + " around. Whoever opens it may sign in as any of its made-up people. Ends with Ctrl-C.",
      "",
      "It has a database of its own, in the folder demo within .moot (MOOT_HOME)."
    })
final class DemoCommand implements Callable<Integer> {
  @Mixin private Listening listening = new Listening();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    out.println("Opening the database");
    Database database = openDatabase(out);
    try {
      Demo.load(database, out::println);
    } catch (Exception e) {
      database.close();
      throw e;
    }
    out.println("Starting the pages");
    listening.serve(
        database,
        true,
        out,
        served -> {
          Demo.offer(served);
          // Nobody waits for it: it is done before anybody has picked whom to be.
          Thread.ofPlatform().name("begin").start(() -> Demo.begin(served));
        });
    return ExitCode.DONE;
  }

  /** Opens the demo's own database. */
  static Database openDatabase(PrintWriter out) {
    DatabaseSettings settings = DatabaseSettings.current();
    return Listening.openDatabase(settings.at(settings.home().resolve("demo")), out);
  }
}
