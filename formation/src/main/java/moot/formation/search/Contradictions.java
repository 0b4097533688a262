package moot.formation.search;

import java.util.ArrayList;
import java.util.List;
import moot.formation.Contradiction;
import moot.formation.CostWeights;
import moot.formation.FormingPlace;
import moot.formation.FormingRules;
import moot.formation.Lock;
import moot.formation.NetworkCount;
import moot.formation.SearchLimits;
import moot.formation.SizeBand;
import moot.formation.ground.FeasibleNetworks;
import moot.formation.ground.Ground;

/**
 * Finds which rules contradict each other: a set of rules that no plan obeys, such that without any
 * one of them some plan does (a deletion filter, Chinneck and Dravnieks, 1991). Where a test would
 * take longer than the limits allow, its rule stays in the set, which then may be larger than need
 * be, never wrong.
 */
final class Contradictions {
  /** Without a maximum, places up to this size are still searched; beyond, plain logic decides. */
  private static final int SMALL = 14;

  private final FormingPlace place;
  private final FormingRules all;
  private final SearchLimits limits;
  private final Clock clock;

  private Contradictions(FormingPlace place, FormingRules all, SearchLimits limits, Clock clock) {
    this.place = place;
    this.all = all;
    this.limits = limits;
    this.clock = clock;
  }

  /** One rule that could be left out. */
  private sealed interface Rule {
    record OfLock(Lock lock) implements Rule {}

    record OfCount(NetworkCount count) implements Rule {}

    record OfMinimum(int min) implements Rule {}

    record OfMaximum(int max) implements Rule {}
  }

  /** What contradicts in the rules of this ground, of which no plan obeys all. */
  static Contradiction of(Ground ground, SearchLimits limits, Clock clock) {
    clock.phase("looking for the rules that contradict each other");
    return new Contradictions(ground.place(), ground.rules(), limits, clock).find();
  }

  private Contradiction find() {
    List<Rule> rules = new ArrayList<>();
    // Those that are dropped first are tried first: what people said by name stays the longest.
    rules.add(new Rule.OfMaximum(all.band().max()));
    if (all.band().minIsHard()) {
      rules.add(new Rule.OfMinimum(all.band().min()));
    }
    if (!all.networks().equals(NetworkCount.ANY)) {
      rules.add(new Rule.OfCount(all.networks()));
    }
    all.locks().forEach(lock -> rules.add(new Rule.OfLock(lock)));
    for (Rule rule : List.copyOf(rules)) {
      List<Rule> others = new ArrayList<>(rules);
      others.remove(rule);
      if (impossible(others)) {
        rules.remove(rule);
      }
    }
    return new Contradiction(rules.reversed().stream().map(Contradictions::words).toList());
  }

  private static String words(Rule rule) {
    return switch (rule) {
      case Rule.OfLock(Lock lock) -> Words.of(lock);
      case Rule.OfCount(NetworkCount count) -> Words.of(count);
      case Rule.OfMinimum(int min) ->
          "hard minimum: every network has at least %,d patients".formatted(min);
      case Rule.OfMaximum(int max) ->
          "maximum: a network of several practices has at most %,d patients".formatted(max);
    };
  }

  private boolean impossible(List<Rule> rules) {
    List<Lock> locks = new ArrayList<>();
    NetworkCount count = NetworkCount.ANY;
    boolean minimum = false;
    boolean maximum = false;
    for (Rule rule : rules) {
      switch (rule) {
        case Rule.OfLock(Lock lock) -> locks.add(lock);
        case Rule.OfCount(NetworkCount some) -> count = some;
        case Rule.OfMinimum ignored -> minimum = true;
        case Rule.OfMaximum ignored -> maximum = true;
      }
    }
    SizeBand band =
        new SizeBand(all.band().min(), maximum ? all.band().max() : Integer.MAX_VALUE, minimum);
    Ground ground =
        new Ground(place, new FormingRules(band, CostWeights.BARE, count, locks, List.of()));
    if (PlainConflict.in(ground)) {
      return true;
    }
    if (!maximum && ground.size() > SMALL) {
      return false;
    }
    return searched(ground);
  }

  /** Any plan will do, so any gap is accepted. */
  private boolean searched(Ground ground) {
    SearchLimits first =
        new SearchLimits(limits.time(), 1e12, limits.maxHeldNetworks(), limits.seed());
    Search search = new Search(new Problem(ground, List.of()), first, clock, Start.NONE);
    search.warmUp();
    if (search.hasPlan()) {
      return false;
    }
    FeasibleNetworks networks = FeasibleNetworks.of(ground, limits.maxHeldNetworks(), clock::goOn);
    return search.run(networks).impossible();
  }
}
