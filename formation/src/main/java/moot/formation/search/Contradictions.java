package moot.formation.search;

import java.util.ArrayList;
import java.util.List;
import moot.formation.Contradiction;
import moot.formation.FormingRules;
import moot.formation.Lock;
import moot.formation.NetworkCount;
import moot.formation.SearchLimits;
import moot.formation.ground.Ground;

/** Which rules contradict each other. */
final class Contradictions {
  private Contradictions() {}

  static Contradiction of(Ground ground, SearchLimits limits) {
    List<String> rules = new ArrayList<>();
    FormingRules all = ground.rules();
    for (Lock lock : all.locks()) {
      rules.add(Words.of(lock));
    }
    if (!all.networks().equals(NetworkCount.ANY)) {
      rules.add(Words.of(all.networks()));
    }
    return new Contradiction(rules);
  }
}
