package moot.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import moot.formation.CostWeights;
import moot.formation.FormingRules;
import moot.formation.NetworkCount;
import moot.formation.SearchLimits;
import moot.formation.SizeBand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of {@code plan} as typed, and what they mean. */
@SuppressWarnings("NullAway.Init") // picocli sets them before call()
final class PlanOptions {
  private static final Pattern RANGE =
      Pattern.compile("(\\d{1,6})(?:\\s*(?:-|–|\\.\\.)\\s*(\\d{1,6}))?");
  private static final double LONGEST_TIME = 30.0 * 24 * 3600;

  @Parameters(
      paramLabel = "FILE",
      description =
          "the practices: CSV or Excel with a heading; needs practice_code, easting, northing,"
              + " list_size; uses name, place_code, network_code, council_code, sub_location, need")
  Path file;

  @Option(
      names = "--place",
      paramLabel = "CODE|all",
      description = "which place of FILE to plan; all: each by itself, side by side")
  @Nullable String place;

  @Option(
      names = "--min",
      paramLabel = "PATIENTS",
      defaultValue = "30000",
      description = "patients a network should have at least (default: ${DEFAULT-VALUE})")
  int min;

  @Option(
      names = "--max",
      paramLabel = "PATIENTS",
      defaultValue = "50000",
      description = "patients a network of several practices may have (default: ${DEFAULT-VALUE})")
  int max;

  @Option(
      names = "--hard-min",
      description = "forbid networks under the minimum instead of charging for them")
  boolean hardMin;

  @Option(
      names = "--neighbours",
      paramLabel = "FILE",
      description = "CSV a,b of practice codes, instead of the Gabriel graph")
  @Nullable Path neighbours;

  @Option(
      names = "--weights",
      paramLabel = "NAME=N,…",
      description =
          "what the parts of the cost count: travel, shortfall, ties, boundary, evenSize, evenNeed,"
              + " perNetwork, overlap, preferences (default: travel=1,shortfall=20, the others 0)")
  @Nullable String weights;

  @Option(
      names = "--networks",
      paramLabel = "N|N-M",
      description = "how many networks there shall be")
  @Nullable String networks;

  @Option(
      names = "--locks",
      paramLabel = "FILE",
      description =
          "CSV lock,codes: together, apart, stay (a network of today), keep (these as one network) or leave-out, and codes"
              + " separated by spaces")
  @Nullable Path locks;

  @Option(
      names = "--preferences",
      paramLabel = "FILE",
      description =
          "CSV of,about,dislike (−1 would like, 1 would rather not); counts with --weights"
              + " preferences=…; is confidential and in none of the files written")
  @Nullable Path preferences;

  @Option(
      names = "--patients-by-area",
      paramLabel = "FILE",
      description =
          "CSV practice_code,lsoa_code,patients: where patients live; counts with --weights"
              + " overlap=…")
  @Nullable Path patientsByArea;

  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      defaultValue = "300",
      description = "for each search (default: ${DEFAULT-VALUE})")
  double timeLimit;

  @Option(
      names = "--accept-gap",
      paramLabel = "G",
      defaultValue = "0",
      description =
          "stop when the plan is proved to be within this share of the best, from 0 to 1; exit code"
              + " 3 when the time was too short for it (default: ${DEFAULT-VALUE})")
  double acceptGap;

  @Option(
      names = "--alternatives",
      paramLabel = "K",
      defaultValue = "0",
      description = "so many other plans that really differ")
  int alternatives;

  @Option(
      names = "--differ",
      paramLabel = "SHARE",
      defaultValue = "0.1",
      description =
          "share of patients whom an alternative places otherwise at least (default:"
              + " ${DEFAULT-VALUE})")
  double differ;

  @Option(
      names = "--stability",
      description = "say whether any group would all rather form another network together")
  boolean stability;

  @Option(
      names = "--most-stable",
      description = "the best plan that no group would leave, or else the one with least to gain")
  boolean mostStable;

  @Option(
      names = "--curve",
      paramLabel = "networks|ties",
      description =
          "the trade-off: the best plan for each number of networks (of --networks N-M, or about"
              + " the best number), or for each weight of today's ties")
  @Nullable CurveKind curve;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "the same seed and input give the same plan (default: ${DEFAULT-VALUE})")
  long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "places planned at a time with --place all (default: the cores)")
  @Nullable Integer threads;

  @Option(names = "--pdf", description = "write report.pdf too")
  boolean pdf;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "the folder to write into; is made when it is not there")
  Path out;

  /** What can be traded off. */
  enum CurveKind {
    networks,
    ties
  }

  /** The rules that hold in every place; locks and preferences come with the place. */
  FormingRules rules() {
    return new FormingRules(
        new SizeBand(min, max, hardMin),
        weights == null ? CostWeights.BARE : WeightsOption.parse(weights),
        count(),
        List.of(),
        List.of());
  }

  private NetworkCount count() {
    if (networks == null) {
      return NetworkCount.ANY;
    }
    Matcher range = RANGE.matcher(networks.strip());
    if (range.matches()) {
      int from = Integer.parseInt(range.group(1));
      int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
      if (from >= 1 && from <= to) {
        return new NetworkCount(from, to);
      }
    }
    throw new UserError(
        "--networks \"%s\": expected a number from 1 such as 30, or a range such as 25-30. Maybe the two ends are swapped?"
            .formatted(networks));
  }

  SearchLimits limits(long maxHeldNetworks) {
    return new SearchLimits(
        Duration.ofNanos((long) (timeLimit * 1e9)), acceptGap, maxHeldNetworks, seed);
  }

  /** Whatever is wrong with the options by themselves, all at once. */
  void check() {
    List<String> wrong = new ArrayList<>();
    if (min < 0 || max < 1 || min > max) {
      wrong.add(
          "--min %d, --max %d: expected 0 ≤ min ≤ max and max ≥ 1. Maybe the two are swapped?"
              .formatted(min, max));
    }
    if (!(timeLimit > 0 && timeLimit <= LONGEST_TIME)) {
      wrong.add(
          "--time-limit %s: expected seconds, more than 0 and at most 30 days. Maybe it is in another unit?"
              .formatted(timeLimit));
    }
    if (!(acceptGap >= 0 && acceptGap <= 1)) {
      wrong.add(
          "--accept-gap %s: expected a share from 0 to 1. Maybe it is a percentage?"
              .formatted(acceptGap));
    }
    if (alternatives < 0 || alternatives > 100) {
      wrong.add(
          "--alternatives %d: expected 0 to 100. Maybe a digit too many?".formatted(alternatives));
    }
    if (!(differ > 0 && differ <= 1)) {
      wrong.add(
          "--differ %s: expected a share of patients, more than 0 and at most 1. Maybe it is a percentage?"
              .formatted(differ));
    }
    if (mostStable && alternatives > 0) {
      wrong.add(
          "--most-stable, --alternatives %d: expected one of them, as the alternatives are to the best plan. Maybe run it twice?"
              .formatted(alternatives));
    }
    if (threads != null && (threads < 1 || threads > 1024)) {
      wrong.add("--threads %d: expected 1 to 1024. Maybe leave it out?".formatted(threads));
    }
    if (!wrong.isEmpty()) {
      throw new UserError(wrong);
    }
  }
}
