package moot.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import moot.formation.Contradiction;
import moot.formation.FormingRules;
import moot.formation.SearchLimits;
import moot.papers.Answer;
import moot.papers.PlaceSummary;
import moot.papers.PlacesReport;
import moot.papers.PlanFolder;
import moot.papers.Wording;
import moot.register.PlaceCode;

/**
 * Plans each place by itself, side by side, the largest first. Of a place that is done only its row
 * of the summary stays in memory.
 */
final class AllPlaces {
  /** What one held feasible network takes, with the columns that searching makes of some. */
  private static final long BYTES_PER_NETWORK = 64;

  private final FormingInput input;
  private final FormingRules rules;
  private final PlanOptions options;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Map<PlaceCode, String> folders = new HashMap<>();
  private final Map<PlaceCode, Done> done = new TreeMap<>();
  private final Map<PlaceCode, String> without = new TreeMap<>();

  AllPlaces(
      FormingInput input,
      FormingRules rules,
      PlanOptions options,
      PrintWriter out,
      PrintWriter err) {
    this.input = input;
    this.rules = rules;
    this.options = options;
    this.out = out;
    this.err = err;
    Set<String> taken = new HashSet<>();
    for (PlaceCode place : input.places()) {
      folders.put(place, folder(place, taken));
    }
  }

  /** A place that is done: its row, and the exit code it would have had by itself. */
  private record Done(PlaceSummary summary, int exitCode) {}

  int plan() throws IOException {
    long start = System.nanoTime();
    int threads =
        Math.min(
            input.places().size(),
            options.threads == null ? Runtime.getRuntime().availableProcessors() : options.threads);
    SearchLimits limits = options.limits(held(threads));
    ProgressLine line = new ProgressLine(err, ProgressLine.onTerminal(), input.places().size());
    try (Stopping stopping = new Stopping(err)) {
      run(threads, limits, line, stopping);
      line.clear();
      List<PlaceSummary> summaries = done.values().stream().map(Done::summary).toList();
      double seconds = (System.nanoTime() - start) / 1e9;
      PlanFolder.file(options.out, "summary.csv", o -> PlacesReport.writeSummary(summaries, o));
      PlanFolder.file(
          options.out, "index.html", o -> PlacesReport.writeIndex(summaries, seconds, o));
      report(summaries, seconds);
      return stopping.done(exitCode());
    }
  }

  private static long held(int threads) {
    long room = Runtime.getRuntime().maxMemory() / 2 / threads / BYTES_PER_NETWORK;
    return Math.max(100_000, Math.min(SearchLimits.DEFAULT.maxHeldNetworks(), room));
  }

  private void run(int threads, SearchLimits limits, ProgressLine line, Stopping stopping)
      throws IOException {
    List<PlaceCode> largestFirst = new ArrayList<>(input.places());
    largestFirst.sort(Comparator.comparingInt(input::practices).reversed());
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      Map<PlaceCode, Future<?>> futures = new HashMap<>();
      for (PlaceCode place : largestFirst) {
        futures.put(place, pool.submit(() -> one(place, limits, line, stopping)));
      }
      for (PlaceCode place : largestFirst) {
        await(place, futures.get(place), pool);
      }
    }
  }

  private void await(
      PlaceCode place, @org.jspecify.annotations.Nullable Future<?> future, ExecutorService pool)
      throws IOException {
    try {
      if (future != null) {
        future.get();
      }
    } catch (ExecutionException e) {
      pool.shutdownNow();
      switch (e.getCause()) {
        case UncheckedIOException io -> throw io.getCause();
        case RuntimeException fault -> throw new IllegalStateException(place + ": " + fault, fault);
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(place + ": " + e, e);
      }
    } catch (InterruptedException e) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while planning " + place, e);
    }
  }

  private void one(PlaceCode place, SearchLimits limits, ProgressLine line, Stopping stopping) {
    if (stopping.asked()) {
      keep(place, "not begun");
      return;
    }
    try {
      Answer answer = new PlaceRun(input, place, rules, options, limits, line, stopping).answer();
      String folder = folders.getOrDefault(place, place.value());
      PlanFolder.write(answer, options.out.resolve(folder), options.pdf);
      synchronized (done) {
        done.put(
            place,
            new Done(
                PlaceSummary.of(answer, folder),
                PlanCommand.exitCode(answer.plan(), options.acceptGap)));
      }
      line.finished(place.value(), PlanWords.line(answer));
    } catch (Contradiction e) {
      keep(place, "these rules contradict each other: " + String.join("; ", e.rules()));
      line.finished(place.value(), place + " has no plan: the rules contradict each other");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keep(PlaceCode place, String why) {
    synchronized (without) {
      without.put(place, why);
    }
  }

  private void report(List<PlaceSummary> summaries, double seconds) {
    out.printf(
        Locale.UK,
        "%-8s %9s %11s | %11s %8s %7s %7s | %11s %-12s %8s %7s | %10s%n",
        "place",
        "practices",
        "patients",
        "today",
        "networks",
        "in band",
        "not con",
        "plan",
        "",
        "networks",
        "in band",
        "would move");
    for (PlaceSummary place : summaries) {
      PlaceSummary.Today today = place.today();
      out.printf(
          Locale.UK,
          "%-8s %9s %11s | %11s %8s %7s %7s | %11s %-12s %8s %7s | %10s%n",
          place.code(),
          Wording.whole(place.figures().practices()),
          Wording.whole(place.figures().patients()),
          today == null ? "" : Wording.cost(today.cost()),
          today == null ? "" : Wording.whole(today.figures().networks()),
          today == null ? "" : Wording.whole(today.figures().inBand()),
          today == null ? "" : Wording.whole(today.figures().notConnected()),
          Wording.cost(place.cost()),
          switch (place.status()) {
            case PROVED_OPTIMAL -> "proved";
            case BEST_FOUND -> "gap " + Wording.percent(place.gap());
            case PRICED -> "priced";
          },
          Wording.whole(place.figures().networks()),
          Wording.whole(place.figures().inBand()),
          today == null ? "" : Wording.whole(today.patientsMoved()));
    }
    out.printf(
        "%d places in %s, in %s%n",
        summaries.size(), Wording.seconds(seconds), options.out.resolve("index.html"));
    without.forEach((place, why) -> err.printf("%s: no plan: %s%n", place, why));
    out.flush();
    err.flush();
  }

  private int exitCode() {
    if (without.values().stream().anyMatch(why -> !why.equals("not begun"))) {
      return ExitCode.BAD_INPUT;
    }
    return !without.isEmpty()
            || done.values().stream().anyMatch(d -> d.exitCode() == ExitCode.GAP_LEFT)
        ? ExitCode.GAP_LEFT
        : ExitCode.DONE;
  }

  /** A folder's name that every file system takes, and that no other place has. */
  private static String folder(PlaceCode place, Set<String> taken) {
    String plain = place.value().replaceAll("[^A-Za-z0-9_-]+", "_");
    String name = plain;
    for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
      name = plain + "-" + i;
    }
    return name;
  }
}
