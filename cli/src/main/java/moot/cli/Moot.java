package moot.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/**
 * The command line of Moot: {@code ./moot COMMAND …}.
 *
 * <p>Exit codes are part of the contract, see {@link ExitCode}. Nothing that a user did wrong ends
 * in a stack trace: a command throws {@link UserError} (or lets {@link
 * moot.formation.Contradiction} or an {@link java.io.IOException} pass) and {@link Complaints} puts
 * it into words.
 */
@Command(
    name = "moot",
    description = {
      "The planning table for general practice: which practices form which network, with proof.",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Moot.Version.class,
    footer = {"", "`./moot test` runs all tests."},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:something broke that should not",
      "2:bad input; the message says what and where",
      "3:a plan was written, but time ran out with a gap larger than accepted"
    })
public final class Moot {
  /** Every command of the house, in the order in which the help lists them. */
  static final List<Class<?>> COMMANDS =
      List.of(
          // One a line, so that two who add one do not meet.
          DemoCommand.class,
          ServeCommand.class,
          AdministratorCommand.class,
          ImportCommand.class,
          PlanCommand.class,
          FundCommand.class,
          CheckCommand.class,
          ReconcileCommand.class,
          IncomeCommand.class,
          SampleCommand.class,
          JournalCommand.class,
          HelpCommand.class);

  Moot() {}

  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = run(out, err, args);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /** Runs one command and gives its exit code; for {@link #main} and for tests. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    CommandLine line = commandLine(out, err);
    if (args.length == 0) {
      line.usage(err);
      return ExitCode.BAD_INPUT;
    }
    try {
      return line.execute(args);
    } catch (OutOfMemoryError e) {
      err.println(
          "The memory ran out. Maybe give Java more of it (JAVA_TOOL_OPTIONS=-Xmx4g), or plan fewer places at a time (--threads 1).");
      return ExitCode.BROKEN;
    } catch (LinkageError e) {
      err.println(
          "A part of Moot could not be loaded (%s). Maybe this machine's processor or system library is one that the solver is not made for?"
              .formatted(e));
      return ExitCode.BROKEN;
    }
  }

  static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    CommandLine line = new CommandLine(new Moot());
    COMMANDS.forEach(line::addSubcommand);
    Complaints complaints = new Complaints();
    return line.setOut(out)
        .setErr(err)
        .setUsageHelpAutoWidth(true)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(complaints)
        .setExecutionExceptionHandler(complaints);
  }

  /** Says which build this is. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Moot.class.getPackage().getImplementationVersion();
      return new String[] {"moot " + (version == null ? "built from source" : version)};
    }
  }
}
