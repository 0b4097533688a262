package moot.formation.asked;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import moot.formation.Forming;
import moot.formation.FormingPractice;
import moot.formation.Plan;
import moot.formation.PlanNetwork;
import moot.formation.Preference;
import moot.formation.SizeBand;
import moot.register.PracticeCode;

/** Looks at every subset of a small place's practices, straight from the definition. */
final class BlockingByHand {
  private BlockingByHand() {}

  record Count(long blocking, long tooSmall, double leastGain) {}

  static Count count(Plan plan) {
    Map<PracticeCode, Double> now = new TreeMap<>();
    plan.networks().forEach(network -> now.putAll(ownCosts(plan, network)));
    long blocking = 0;
    long tooSmall = 0;
    double leastGain = 0;
    List<PracticeCode> all = plan.place().practices().stream().map(FormingPractice::code).toList();
    for (int subset = 1; subset < 1 << all.size(); subset++) {
      int chosen = subset;
      Map<PracticeCode, String> group = new TreeMap<>();
      IntStream.range(0, all.size())
          .filter(i -> (chosen & 1 << i) != 0)
          .forEach(i -> group.put(all.get(i), "GROUP"));
      PlanNetwork network = Forming.priced(plan.place(), plan.rules(), group).networks().getFirst();
      if (!feasible(plan, network)) {
        continue;
      }
      double least = Double.POSITIVE_INFINITY;
      for (var own : ownCosts(plan, network).entrySet()) {
        double before = now.getOrDefault(own.getKey(), Double.NEGATIVE_INFINITY);
        least = Math.min(least, before - own.getValue());
      }
      if (least > 1e-6) {
        if (network.patients() < plan.rules().band().min()) {
          tooSmall++;
        } else {
          blocking++;
          leastGain = Math.max(leastGain, least);
        }
      }
    }
    return new Count(blocking, tooSmall, leastGain);
  }

  static boolean feasible(Plan plan, PlanNetwork network) {
    SizeBand band = plan.rules().band();
    return network.connected()
        && (network.practices().size() == 1 || network.patients() <= band.max())
        && (!band.minIsHard()
            || network.patients() >= band.min()
            || (network.practices().size() == 1 && nobodyCanJoin(plan, network.hub())));
  }

  private static boolean nobodyCanJoin(Plan plan, PracticeCode alone) {
    Map<PracticeCode, Integer> lists = new TreeMap<>();
    plan.place().practices().forEach(p -> lists.put(p.code(), p.registeredList()));
    return plan.neighbours().stream()
        .filter(pair -> pair.a().equals(alone) || pair.b().equals(alone))
        .noneMatch(
            pair ->
                lists.getOrDefault(pair.a(), 0) + lists.getOrDefault(pair.b(), 0)
                    <= plan.rules().band().max());
  }

  private static Map<PracticeCode, Double> ownCosts(Plan plan, PlanNetwork network) {
    Map<PracticeCode, FormingPractice> practices = new TreeMap<>();
    plan.place().practices().forEach(p -> practices.put(p.code(), p));
    Map<PracticeCode, Double> own = new TreeMap<>();
    for (PracticeCode member : network.practices()) {
      FormingPractice practice = java.util.Objects.requireNonNull(practices.get(member));
      FormingPractice hub = java.util.Objects.requireNonNull(practices.get(network.hub()));
      double dislike =
          plan.rules().preferences().stream()
              .filter(p -> p.of().equals(member) && network.practices().contains(p.about()))
              .mapToDouble(Preference::dislike)
              .sum();
      own.put(
          member,
          practice.site().kmTo(hub.site()) + plan.rules().weights().preferences() * dislike);
    }
    return own;
  }
}
