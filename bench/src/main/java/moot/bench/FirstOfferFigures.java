package moot.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import moot.formation.CostWeights;
import moot.formation.Forming;
import moot.formation.FormingPlace;
import moot.formation.FormingPractice;
import moot.formation.FormingRules;
import moot.formation.Plan;
import moot.formation.PlanNetwork;
import moot.formation.Progress;
import moot.formation.SearchLimits;

/**
 * The figures behind the first offer: what weights of ties and costs per network come to over many
 * boards, beside today's networks.
 *
 * <p>Arguments: the file (default {@code ../shared/data/england-practices-2025.csv}); {@code all}
 * (default), {@code odd} or {@code even} for every second board by code, the first being odd; pairs
 * of ties and cost per network (default {@code 0/0,2/50}); the gap accepted (default 0.01).
 */
public final class FirstOfferFigures {
  private FirstOfferFigures() {}

  public static void main(String[] args) throws IOException {
    Path file = Path.of(args.length > 0 ? args[0] : "../shared/data/england-practices-2025.csv");
    String which = args.length > 1 ? args[1] : "all";
    String weights = args.length > 2 ? args[2] : "0/0,2/50";
    double acceptGap = args.length > 3 ? Double.parseDouble(args[3]) : 0.01;

    List<FormingPlace> boards = List.copyOf(EnglandFile.read(file).values());
    List<FormingPlace> chosen = new ArrayList<>();
    for (int i = 0; i < boards.size(); i++) {
      boolean odd = i % 2 == 0;
      if (which.equals("all") || which.equals(odd ? "odd" : "even")) {
        chosen.add(boards.get(i));
      }
    }

    Sum today = new Sum();
    chosen.forEach(board -> today.add(Forming.today(board, FormingRules.BARE)));
    today.print("today");
    SearchLimits limits =
        new SearchLimits(
            Duration.ofSeconds(120), acceptGap, SearchLimits.DEFAULT.maxHeldNetworks(), 1);
    for (String pair : weights.split(",")) {
      String[] both = pair.split("/");
      FormingRules rules =
          FormingRules.BARE.with(
              new CostWeights(
                  1, 20, Double.parseDouble(both[0]), 0, 0, 0, Double.parseDouble(both[1]), 0, 0));
      Sum sum = new Sum();
      chosen.forEach(board -> sum.add(Forming.best(board, rules, limits, Progress.Listener.NONE)));
      sum.print(pair);
    }
  }

  /** What the plans of some boards come to. */
  private static final class Sum {
    private int networks;
    private int inBand;
    private int underMinimum;
    private int atMinimum;
    private int notConnected;
    private double travel;
    private long patients;
    private long moved;
    private double worstGap;

    void add(Plan plan) {
      networks += plan.networks().size();
      for (PlanNetwork network : plan.networks()) {
        int size = network.patients();
        inBand += 30_000 <= size && size <= 50_000 ? 1 : 0;
        underMinimum += size < 30_000 ? 1 : 0;
        atMinimum += 30_000 <= size && size < 32_000 ? 1 : 0;
        notConnected += network.connected() ? 0 : 1;
        travel += network.parts().travel();
      }
      patients +=
          plan.place().practices().stream().mapToLong(FormingPractice::registeredList).sum();
      moved +=
          Forming.compare(plan, Forming.today(plan.place(), FormingRules.BARE)).patientsMoved();
      worstGap = Math.max(worstGap, plan.bound() > 0 ? plan.gap() : 0);
    }

    void print(String what) {
      System.out.printf(
          Locale.ROOT,
          "%-8s networks %5d, in band %5.1f %%, under the minimum %4d, from 30,000 to 31,999 %5.1f %%, not connected %4d, mean size %,7.0f, km per patient %.3f, patients moved %4.1f %%, worst gap %.2f %%%n",
          what,
          networks,
          100.0 * inBand / networks,
          underMinimum,
          100.0 * atMinimum / networks,
          notConnected,
          (double) patients / networks,
          1000 * travel / patients,
          100.0 * moved / patients,
          100 * worstGap);
    }
  }
}
