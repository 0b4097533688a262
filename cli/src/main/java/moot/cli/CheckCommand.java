package moot.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import moot.checker.BadInput;
import moot.checker.Checker;
import moot.checker.Report;
import moot.checker.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./moot check DIR}: recomputes every plan in a folder. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Recomputes every plan that `moot plan` wrote, from its input alone and sharing no code with"
          + " the solver: partition, neighbours, connection, sizes, hubs, every part of the cost,"
          + " bound and gap, exceptions, locks, explanation, groups that would rather leave, and whether"
          + " the other files say the same. Places of up to 12 practices are solved anew by trying"
          + " every partition.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every figure is as stated",
      "1:something is not as stated; each discrepancy is printed",
      "2:there is nothing to check, or a file cannot be read"
    })
final class CheckCommand implements Callable<Integer> {
  private static final int ALL_RIGHT = 0;
  private static final int DISCREPANCY = 1;

  @Parameters(paramLabel = "DIR", description = "the folder that `moot plan --out` wrote")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private Path dir;

  @Option(
      names = "--preferences",
      paramLabel = "FILE",
      description =
          "CSV of,about,dislike as given to plan; confidential and so not in DIR. Without it that"
              + " part of the cost is taken as stated")
  private @Nullable Path preferences;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Report report;
    try {
      report = Checker.check(dir, preferences);
    } catch (BadInput e) {
      throw new UserError(String.valueOf(e.getMessage()));
    }
    PrintWriter out = spec.commandLine().getOut();
    List<Verdict> verdicts = report.verdicts();
    for (Verdict verdict : verdicts) {
      out.println(verdict.line());
      verdict.discrepancies().forEach(d -> out.println("  - " + d));
      verdict.remarks().forEach(r -> out.println("  (" + r + ")"));
    }
    report.ofSummary().forEach(d -> out.println("  - " + d));
    long wrong = verdicts.stream().filter(v -> !v.right()).count();
    if (verdicts.size() > 1) {
      out.printf("%d plans checked, %d all right%n", verdicts.size(), verdicts.size() - wrong);
    }
    return report.right() ? ALL_RIGHT : DISCREPANCY;
  }
}
