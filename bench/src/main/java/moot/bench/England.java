package moot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import moot.formation.FirstOffer;
import moot.formation.Forming;
import moot.formation.FormingPlace;
import moot.formation.FormingRules;
import moot.formation.Plan;
import moot.formation.PlanStatus;
import moot.formation.Progress;
import moot.formation.SearchLimits;

/**
 * Solves all of England's boards side by side on the cores and prints what it took.
 *
 * <p>Arguments: the file (default {@code ../shared/data/england-practices-2025.csv}); weights,
 * {@code bare} (default) or {@code offer} (what the web page offers first); the number of boards at
 * a time (default: one per core).
 */
public final class England {
  private England() {}

  private record Line(String board, Plan plan, double seconds) {}

  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    long start = System.nanoTime();
    Path file = Path.of(args.length > 0 ? args[0] : "../shared/data/england-practices-2025.csv");
    String weights = args.length > 1 ? args[1] : "bare";
    int cores = Runtime.getRuntime().availableProcessors();
    int atOnce = args.length > 2 ? Integer.parseInt(args[2]) : cores;
    FormingRules rules = weights.equals("offer") ? FirstOffer.RULES : FormingRules.BARE;
    List<Line> lines = solve(EnglandFile.read(file), rules, atOnce);

    System.out.printf(
        "%-5s %9s %10s %8s %12s %12s %8s %-14s %8s%n",
        "board",
        "practices",
        "feasible",
        "networks",
        "cost",
        "bound",
        "gap %",
        "status",
        "seconds");
    double cost = 0;
    int proved = 0;
    double worst = 0;
    for (Line line : lines) {
      Plan plan = line.plan;
      System.out.printf(
          "%-5s %9d %10d %8d %12.3f %12.3f %8.4f %-14s %8.2f%n",
          line.board,
          plan.place().practices().size(),
          plan.feasibleNetworks(),
          plan.networks().size(),
          plan.cost(),
          plan.bound(),
          100 * plan.gap(),
          plan.status(),
          line.seconds);
      cost += plan.cost();
      proved += plan.status() == PlanStatus.PROVED_OPTIMAL ? 1 : 0;
      worst = Math.max(worst, plan.gap());
    }
    System.out.printf(
        "%d of %d proved, worst gap %.4f %%, total cost %.3f thousand patient-km (%s)%n",
        proved, lines.size(), 100 * worst, cost, weights);
    System.out.printf(
        "%.1f s wall from the start of main, %d boards at a time on %d cores, peak memory %s%n",
        (System.nanoTime() - start) / 1e9, atOnce, cores, peakMemory());
  }

  /** The largest first, so that none is left to the end alone. */
  private static List<Line> solve(Map<String, FormingPlace> places, FormingRules rules, int atOnce)
      throws InterruptedException, ExecutionException {
    List<String> largestFirst = new ArrayList<>(places.keySet());
    largestFirst.sort(Comparator.comparingInt(b -> -place(places, b).practices().size()));
    SearchLimits limits =
        new SearchLimits(Duration.ofSeconds(150), 0, SearchLimits.DEFAULT.maxHeldNetworks(), 1);
    List<Line> lines = new ArrayList<>();
    try (ExecutorService workers = Executors.newFixedThreadPool(atOnce)) {
      List<Future<Line>> running = new ArrayList<>();
      for (String board : largestFirst) {
        running.add(
            workers.submit(
                () -> {
                  long start = System.nanoTime();
                  Plan plan =
                      Forming.best(place(places, board), rules, limits, Progress.Listener.NONE);
                  return new Line(board, plan, (System.nanoTime() - start) / 1e9);
                }));
      }
      for (Future<Line> one : running) {
        lines.add(one.get());
      }
    }
    lines.sort(Comparator.comparing(Line::board));
    return lines;
  }

  private static FormingPlace place(Map<String, FormingPlace> places, String board) {
    FormingPlace place = places.get(board);
    if (place == null) {
      throw new IllegalArgumentException(
          "board %s: expected one of %s".formatted(board, places.keySet()));
    }
    return place;
  }

  /** The most memory the process ever had, as Linux counts it. */
  private static String peakMemory() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return "not known on this system";
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MiB")
        .findFirst()
        .orElse("not known");
  }
}
