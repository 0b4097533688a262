package moot.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import moot.formation.CostParts;
import moot.formation.CostWeights;
import moot.formation.FormingRules;
import moot.formation.Lock;
import moot.formation.NetworkCount;
import moot.formation.Plan;
import moot.formation.PlanException;
import moot.formation.PlanStatus;
import moot.formation.SizeBand;
import moot.register.PracticeCode;

/** The plain words and the figures that every paper uses alike. */
public final class Wording {
  private Wording() {}

  /** 12345 as {@code 12,345}. */
  public static String whole(long number) {
    return String.format(Locale.UK, "%,d", number);
  }

  /** A cost in thousand patient-km, three digits after the point. */
  public static String cost(double cost) {
    return signless(String.format(Locale.UK, "%,.3f", cost));
  }

  /** A difference of costs, always with its sign. */
  public static String extra(double cost) {
    String figure = cost(Math.abs(cost));
    return figure.equals("0.000") ? figure : (cost < 0 ? "−" : "+") + figure;
  }

  public static String km(double km) {
    return signless(String.format(Locale.UK, "%,.1f", km));
  }

  /** A share from 0 to 1 as a percentage, small ones with more digits. */
  public static String percent(double share) {
    double percent = share * 100;
    if (percent < 0.00005) {
      return "0 %";
    }
    return String.format(Locale.UK, percent < 0.1 ? "%.4f %%" : "%.2f %%", percent);
  }

  public static String seconds(double seconds) {
    return seconds < 10
        ? String.format(Locale.UK, "%.1f s", seconds)
        : seconds < 120
            ? String.format(Locale.UK, "%.0f s", seconds)
            : String.format(Locale.UK, "%.1f min", seconds / 60);
  }

  /** A number on an axis: as few digits as say it. */
  public static String brief(double number) {
    return number == Math.rint(number)
        ? whole((long) number)
        : String.format(Locale.UK, "%,.4f", number).replaceAll("0+$", "");
  }

  private static String signless(String figure) {
    return figure.matches("-[0.,]+") ? figure.substring(1) : figure;
  }

  static String count(long number, String one, String many) {
    return whole(number) + " " + (number == 1 ? one : many);
  }

  /** How sure we are, in a few words. */
  public static String status(Plan plan) {
    return switch (plan.status()) {
      case PROVED_OPTIMAL -> "Proved optimal";
      case BEST_FOUND -> "Best found, gap " + percent(plan.gap());
      case PRICED -> "Priced, not searched for";
    };
  }

  /** The same, saying among which plans when it was not among all. */
  public static String status(Answer answer) {
    return status(answer.plan())
        + (answer.mostStable() && answer.plan().status() != PlanStatus.PRICED
            ? " of those that leave as little to gain by leaving"
            : "");
  }

  /**
   * What the most stable plan costs more than the cheapest one, in a sentence; empty where it is
   * not known.
   */
  public static Optional<String> priceOfStability(Answer answer) {
    Answer.Alternative cheapest = answer.cheapest();
    if (cheapest == null) {
      return Optional.empty();
    }
    double price = -cheapest.againstPlan().extraCost();
    String sure =
        cheapest.plan().status() == PlanStatus.PROVED_OPTIMAL
            ? "the cheapest plan"
            : "the cheapest plan found (gap %s)".formatted(percent(cheapest.plan().gap()));
    if (cost(Math.abs(price)).equals("0.000")) {
      return Optional.of("Stability costs nothing here: %s costs the same.".formatted(sure));
    }
    if (price < 0) {
      return Optional.of(
          "What stability costs is not known: %s costs more than this plan.".formatted(sure));
    }
    return Optional.of(
        "Stability costs %s thousand patient-km more than %s, which places %s (%s) otherwise."
            .formatted(
                cost(price),
                sure,
                count(cheapest.againstPlan().patientsMoved(), "patient", "patients"),
                count(cheapest.againstPlan().practicesMoved(), "practice", "practices")));
  }

  /** How sure we are and why, in sentences. */
  public static List<String> proof(Answer answer) {
    return proof(answer.plan(), answer.mostStable());
  }

  /** The same for a plan that was searched for among all plans, or not searched for. */
  public static List<String> proof(Plan plan) {
    return proof(plan, false);
  }

  private static List<String> proof(Plan plan, boolean mostStable) {
    String which = mostStable ? " that leaves as little to gain by leaving" : "";
    List<String> lines = new ArrayList<>();
    lines.add(
        switch (plan.status()) {
          case PROVED_OPTIMAL ->
              "Under the rules listed here no plan%s costs less than this one: %s thousand patient-km."
                  .formatted(which, cost(plan.cost()));
          case BEST_FOUND ->
              "This is the best plan that was found before the search ended. It costs %s thousand patient-km. No plan under the rules listed here%s can cost less than %s, so another plan could be better by at most %s."
                  .formatted(cost(plan.cost()), which, cost(plan.bound()), percent(plan.gap()));
          case PRICED ->
              "This plan was not searched for by the rules listed here: it was given, and priced by them at %s thousand patient-km."
                  .formatted(cost(plan.cost()));
        });
    if (plan.feasibleNetworks() >= 0) {
      lines.add(
          plan.enumerated()
              ? "Every network that these rules allow was listed, %s of them, and each was weighed: none was passed over."
                  .formatted(whole(plan.feasibleNetworks()))
              : "These rules allow %s networks. They were not all held at once, but walked through again whenever prices changed."
                  .formatted(whole(plan.feasibleNetworks())));
    }
    lines.add(
        plan.place().neighbours() == null
            ? "Two practices are neighbours when no third one stands between them: none lies inside the circle that has the line between the two as its diameter. That makes %s. A network is connected when one can walk from any member to any other by neighbours within it."
                .formatted(count(plan.neighbours().size(), "pair", "pairs"))
            : "The pairs of neighbours were given: %s. A network is connected when one can walk from any member to any other by neighbours within it."
                .formatted(count(plan.neighbours().size(), "pair", "pairs")));
    if (plan.status() != PlanStatus.PRICED) {
      lines.add("The search took %s (seed %d).".formatted(seconds(plan.seconds()), plan.seed()));
    }
    lines.addAll(plan.notes());
    return lines;
  }

  /** A network's size against the band, in words. */
  public static String size(SizeBand band, int patients) {
    return patients < band.min()
        ? "under by " + whole(band.min() - patients)
        : patients > band.max() ? "over by " + whole(patients - band.max()) : "in the band";
  }

  public static String kind(PlanException.Kind kind) {
    return switch (kind) {
      case UNDER_MINIMUM -> "Under the minimum";
      case OVER_MAXIMUM -> "Over the maximum";
      case NOT_CONNECTED -> "Not connected";
    };
  }

  static String lock(Lock lock) {
    return switch (lock) {
      case Lock.Together together -> "Together: " + join(together.practices());
      case Lock.Apart apart -> "Apart: " + join(apart.practices());
      case Lock.Stay stay -> "Stays as it is: network " + stay.network();
      case Lock.Keep keep -> "Kept as one network: " + join(keep.practices());
      case Lock.LeaveOut out -> "Left out: " + out.practice();
    };
  }

  private static String join(Set<PracticeCode> codes) {
    return String.join(", ", codes.stream().map(PracticeCode::value).sorted().toList());
  }

  static String networks(NetworkCount count) {
    if (count.to() == Integer.MAX_VALUE) {
      return count.from() == 0 ? "any number" : "at least " + count.from();
    }
    return count.from() == count.to()
        ? Integer.toString(count.from())
        : "%d to %d".formatted(count.from(), count.to());
  }

  /** A rule as a name and its value in words. */
  record Rule(String name, String value) {}

  /** Every rule that a plan was made under, those that are switched off too. */
  static List<Rule> rules(Answer answer) {
    FormingRules rules = answer.plan().rules();
    CostWeights w = rules.weights();
    List<Rule> list = new ArrayList<>();
    list.add(
        new Rule(
            "Smallest network",
            "%s patients%s"
                .formatted(
                    whole(rules.band().min()),
                    rules.band().minIsHard() ? ", smaller is forbidden" : ", smaller is charged")));
    list.add(
        new Rule(
            "Largest network",
            whole(rules.band().max()) + " patients; one practice alone may have more"));
    list.add(new Rule("Number of networks", networks(rules.networks())));
    list.add(new Rule("Travel to the hub", weight(w.travel(), "km per patient and km")));
    list.add(
        new Rule(
            "Patients short of the smallest network",
            weight(w.shortfall(), "km per missing patient")));
    list.add(
        new Rule(
            "Ties with today's networks",
            weight(w.ties(), "km per patient whose practice leaves its network")));
    list.add(
        new Rule(
            "Council and sub-ICB boundaries",
            weight(w.boundary(), "km per patient in a network that straddles one")));
    list.add(
        new Rule(
            "Even size", weight(w.evenSize(), "km per patient away from the middle of the band")));
    list.add(
        new Rule(
            "Even need",
            weight(w.evenNeed(), "km per patient and unit of need away from the place's mean")));
    list.add(
        new Rule("Each network", weight(w.perNetwork(), "thousand patient-km, whatever its size")));
    list.add(
        new Rule(
            "Overlap of where patients live",
            weight(w.overlap(), "km per patient who lives where no fellow member has any")));
    list.add(
        new Rule(
            "What practices want (in confidence)",
            weight(w.preferences(), "km per patient and unit of dislike")));
    for (Lock lock : rules.locks()) {
      list.add(new Rule("Locked", lock(lock)));
    }
    list.add(
        new Rule(
            "Neighbours",
            answer.plan().place().neighbours() == null
                ? "nobody stands between them (Gabriel graph)"
                : "as given in a file"));
    list.add(new Rule("Time limit", seconds(answer.limits().time().toNanos() / 1e9)));
    list.add(
        new Rule(
            "Accepted gap",
            answer.limits().acceptGap() == 0
                ? "none: search until proved"
                : percent(answer.limits().acceptGap())));
    return list;
  }

  private static String weight(double weight, String unit) {
    return weight == 0 ? "not counted" : PlanCsv.number(weight) + " " + unit;
  }

  /** A part of a cost with its name. */
  record Part(String name, double cost) {}

  /** The parts that cost something, or could have. */
  static List<Part> parts(CostParts p, CostWeights w) {
    List<Part> list = new ArrayList<>();
    list.add(new Part("Travel", p.travel()));
    list.add(new Part("Shortfall", p.shortfall()));
    add(list, "Ties", p.ties(), w.ties());
    add(list, "Boundaries", p.boundary(), w.boundary());
    add(list, "Even size", p.evenSize(), w.evenSize());
    add(list, "Even need", p.evenNeed(), w.evenNeed());
    add(list, "Per network", p.perNetwork(), w.perNetwork());
    add(list, "Overlap", p.overlap(), w.overlap());
    add(list, "Preferences", p.preferences(), w.preferences());
    return list;
  }

  private static void add(List<Part> list, String name, double cost, double weight) {
    if (weight != 0 || cost != 0) {
      list.add(new Part(name, cost));
    }
  }
}
