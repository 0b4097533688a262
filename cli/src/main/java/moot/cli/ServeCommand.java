package moot.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import moot.app.database.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./moot serve}: the web application on what is in the database. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Serves the pages: import, forming, maps. Ends with Ctrl-C.",
      "",
      "People sign in. The first administrator is made by `moot administrator add`.",
      "",
      "The database is an embedded PostgreSQL in the folder .moot (MOOT_HOME), or the server that"
          + " MOOT_DATABASE_URL names.",
      ""
    })
final class ServeCommand implements Callable<Integer> {
  @Mixin private Listening listening = new Listening();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Database database = Listening.openDatabase(out);
    listening.serve(database, false, out, served -> {});
    return ExitCode.DONE;
  }
}
