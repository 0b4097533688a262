package moot.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import moot.app.database.Database;
import moot.app.journal.JournalReader;
import moot.voice.journal.Chain;
import moot.voice.journal.JournalEntry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./moot journal …}: the record of what binds someone. */
@Command(
    name = "journal",
    mixinStandardHelpOptions = true,
    description = {"The record of what binds someone.", ""},
    synopsisSubcommandLabel = "COMMAND",
    subcommands = JournalCommand.Verify.class)
final class JournalCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before run()
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing the command after journal. Maybe ./moot journal verify?");
  }

  /** {@code ./moot journal verify}: walks the chain. */
  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = {
        "Walks the journal's chain from its first entry to its last, and names the first that does"
            + " not fit: one that was changed, or before which one is missing.",
        "",
        "A chain cannot show that its end was cut off. Who noted an earlier end, as this command"
            + " prints it, can ask whether it is still there.",
        ""
      },
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {"0:every entry fits", "2:one does not, or what was noted is not there"})
  static final class Verify implements Callable<Integer> {
    private static final Pattern NOTED = Pattern.compile("([0-9]{1,18}):([0-9a-f]{8,64})");

    @Option(
        names = "--expect",
        paramLabel = "NUMBER:HASH",
        description = "an entry as it was noted earlier; of its hash, the first 8 characters do")
    private @Nullable String expect;

    @Option(
        names = "--demo",
        description = "the journal of the demo, which has a database of its own")
    private boolean demo;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      PrintWriter err = spec.commandLine().getErr();
      Noted noted = noted();
      try (Database database = demo ? DemoCommand.openDatabase(err) : Listening.openDatabase(err)) {
        JournalReader.Walked walked = new JournalReader(database.dataSource()).walk(noted::see);
        Chain.Misfit misfit = walked.misfit();
        if (misfit != null) {
          err.printf(
              Locale.UK,
              "Entry %,d does not fit: %s%nThe %,d entries before it fit.%n",
              misfit.number(),
              misfit.reason(),
              walked.entries());
          return ExitCode.BAD_INPUT;
        }
        if (!noted.found) {
          err.printf(
              Locale.UK,
              "All %,d entries fit each other, but entry %,d beginning with %s is not among them. Maybe the end of the journal was cut off, or the whole was written anew?%n",
              walked.entries(),
              noted.number,
              noted.hash);
          return ExitCode.BAD_INPUT;
        }
        out.printf(Locale.UK, "All %,d entries fit.%n", walked.entries());
        out.printf("The last is %d:%s%n", walked.entries(), walked.head());
        return ExitCode.DONE;
      }
    }

    private Noted noted() {
      if (expect == null) {
        return new Noted(0, "");
      }
      Matcher parts = NOTED.matcher(expect.strip().toLowerCase(Locale.ROOT));
      if (!parts.matches()) {
        throw new UserError(
            "--expect %s: expected an entry's number and at least 8 characters of its hash, such as 120:3fa91c07. Maybe copy it from an earlier ./moot journal verify?"
                .formatted(expect));
      }
      return new Noted(Long.parseLong(parts.group(1)), parts.group(2));
    }

    /** What was noted earlier, and whether the walk came by it. */
    private static final class Noted {
      private final long number;
      private final String hash;
      private boolean found;

      Noted(long number, String hash) {
        this.number = number;
        this.hash = hash;
        this.found = number == 0;
      }

      boolean see(JournalEntry entry) {
        found |= entry.number() == number && entry.hash().startsWith(hash);
        return true;
      }
    }
  }
}
