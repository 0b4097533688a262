package moot.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import moot.formation.FormingRules;
import moot.formation.Plan;
import moot.formation.PlanStatus;
import moot.formation.SearchLimits;
import moot.papers.Answer;
import moot.papers.PlanFolder;
import moot.register.PlaceCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./moot plan FILE --out DIR}: the best networks for a place, with proof, as files. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Finds the best partition of a place's practices into networks and says how sure it is.",
      ""
    })
final class PlanCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private PlanOptions options;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    options.check();
    FormingRules rules = options.rules();
    FormingInput input = input(rules, err);
    List<PlaceCode> places = chosen(input);
    Files.createDirectories(options.out);
    if ("all".equals(options.place)) {
      return new AllPlaces(input, rules, options, out, err).plan();
    }
    return one(input, places.getFirst(), rules, out, err);
  }

  private FormingInput input(FormingRules rules, PrintWriter err) throws IOException {
    FormingInput input = FormingInput.read(options.file, err);
    Path neighbours = options.neighbours;
    if (neighbours != null) {
      input.readNeighbours(neighbours);
    }
    Path locks = options.locks;
    if (locks != null) {
      input.readLocks(locks);
    }
    Path preferences = options.preferences;
    if (preferences != null) {
      input.readPreferences(preferences);
    }
    Path patientsByArea = options.patientsByArea;
    if (patientsByArea != null) {
      input.readPatientsByArea(patientsByArea);
    }
    if (options.curve == PlanOptions.CurveKind.ties && !input.anyNetworkToday()) {
      throw new UserError(
          "--curve ties: no practice of %s is in a network today, so there are no ties. Maybe a column network_code is missing?"
              .formatted(options.file));
    }
    input.uncounted(rules.weights()).forEach(err::println);
    return input;
  }

  private List<PlaceCode> chosen(FormingInput input) {
    Collection<PlaceCode> places = input.places();
    String wanted = options.place;
    if (wanted == null) {
      if (places.size() == 1) {
        return List.copyOf(places);
      }
      throw new UserError(
          "%s has %d places: %s. Expected --place with one of them. Maybe you want --place all?"
              .formatted(options.file, places.size(), listed(places)));
    }
    if (wanted.equals("all")) {
      return List.copyOf(places);
    }
    return List.of(
        places.stream()
            .filter(place -> place.value().equals(wanted))
            .findFirst()
            .orElseThrow(
                () ->
                    new UserError(
                        "--place \"%s\": %s has no such place; it has %s. Maybe the code is mistyped?"
                            .formatted(wanted, options.file, listed(places)))));
  }

  private static String listed(Collection<PlaceCode> places) {
    List<String> codes = new ArrayList<>();
    places.stream().limit(60).forEach(place -> codes.add(place.value()));
    if (places.size() > codes.size()) {
      codes.add("…");
    }
    return String.join(", ", codes);
  }

  private int one(
      FormingInput input, PlaceCode place, FormingRules rules, PrintWriter out, PrintWriter err)
      throws IOException {
    try (Stopping stopping = new Stopping(err)) {
      ProgressLine line = new ProgressLine(err, ProgressLine.onTerminal(), 1);
      SearchLimits limits = options.limits(SearchLimits.DEFAULT.maxHeldNetworks());
      Answer answer = new PlaceRun(input, place, rules, options, limits, line, stopping).answer();
      line.finished(place.value(), "");
      PlanFolder.write(answer, options.out, options.pdf);
      PlanWords.print(answer, out);
      out.printf("  files    %s%n", options.out.resolve("report.html"));
      return stopping.done(exitCode(answer.plan(), options.acceptGap));
    }
  }

  /** What the process says about how far a plan got. */
  static int exitCode(Plan plan, double acceptGap) {
    return plan.status() == PlanStatus.BEST_FOUND && plan.gap() > acceptGap
        ? ExitCode.GAP_LEFT
        : ExitCode.DONE;
  }
}
