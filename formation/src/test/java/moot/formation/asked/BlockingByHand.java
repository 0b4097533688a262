package moot.formation.asked;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import moot.formation.Forming;
import moot.formation.FormingPlace;
import moot.formation.FormingPractice;
import moot.formation.FormingRules;
import moot.formation.Plan;
import moot.formation.PlanNetwork;
import moot.formation.Preference;
import moot.formation.SizeBand;
import moot.register.PracticeCode;

/** Looks at every subset of a small place's practices, straight from the definition. */
final class BlockingByHand {
  private final FormingPlace place;
  private final FormingRules rules;
  private final Map<PracticeCode, FormingPractice> practices = new TreeMap<>();
  private final List<Group> groups = new ArrayList<>();

  private record Group(int patients, Map<PracticeCode, Double> own) {}

  record Count(long blocking, long tooSmall, double leastGain) {}

  BlockingByHand(FormingPlace place, FormingRules rules) {
    this.place = place;
    this.rules = rules;
    place.practices().forEach(p -> practices.put(p.code(), p));
    List<PracticeCode> all = List.copyOf(practices.keySet());
    for (int subset = 1; subset < 1 << all.size(); subset++) {
      int chosen = subset;
      Map<PracticeCode, String> group = new TreeMap<>();
      IntStream.range(0, all.size())
          .filter(i -> (chosen & 1 << i) != 0)
          .forEach(i -> group.put(all.get(i), "GROUP"));
      Plan alone = Forming.priced(place, rules, group);
      PlanNetwork network = alone.networks().getFirst();
      if (feasible(alone, network)) {
        groups.add(new Group(network.patients(), ownCosts(network)));
      }
    }
  }

  Count count(Plan plan) {
    Map<PracticeCode, Double> now = new TreeMap<>();
    plan.networks().forEach(network -> now.putAll(ownCosts(network)));
    long blocking = 0;
    long tooSmall = 0;
    double leastGain = 0;
    for (Group group : groups) {
      double least = Double.POSITIVE_INFINITY;
      for (var own : group.own().entrySet()) {
        double before = now.getOrDefault(own.getKey(), Double.NEGATIVE_INFINITY);
        least = Math.min(least, before - own.getValue());
      }
      if (least > 1e-6) {
        if (group.patients() < rules.band().min()) {
          tooSmall++;
        } else {
          blocking++;
          leastGain = Math.max(leastGain, least);
        }
      }
    }
    return new Count(blocking, tooSmall, leastGain);
  }

  boolean feasible(Plan plan, PlanNetwork network) {
    SizeBand band = rules.band();
    return network.connected()
        && (network.practices().size() == 1 || network.patients() <= band.max())
        && (!band.minIsHard()
            || network.patients() >= band.min()
            || (network.practices().size() == 1 && nobodyCanJoin(plan, network.hub())));
  }

  private boolean nobodyCanJoin(Plan plan, PracticeCode alone) {
    return plan.neighbours().stream()
        .filter(pair -> pair.a().equals(alone) || pair.b().equals(alone))
        .noneMatch(
            pair ->
                practice(pair.a()).registeredList() + practice(pair.b()).registeredList()
                    <= rules.band().max());
  }

  private FormingPractice practice(PracticeCode code) {
    return Objects.requireNonNull(practices.get(code), place.code().value());
  }

  private Map<PracticeCode, Double> ownCosts(PlanNetwork network) {
    FormingPractice hub = practice(network.hub());
    Map<PracticeCode, Double> own = new TreeMap<>();
    for (PracticeCode member : network.practices()) {
      double dislike =
          rules.preferences().stream()
              .filter(p -> p.of().equals(member) && network.practices().contains(p.about()))
              .mapToDouble(Preference::dislike)
              .sum();
      own.put(
          member,
          practice(member).site().kmTo(hub.site()) + rules.weights().preferences() * dislike);
    }
    return own;
  }
}
