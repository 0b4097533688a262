package moot.app.drafts;

import java.util.List;
import moot.formation.CostWeights;
import moot.formation.FormingRules;
import moot.formation.NetworkCount;
import moot.formation.SizeBand;

/** The rules of a draft, as they are kept; its locks belong to its versions. */
record DraftRules(SizeBand band, CostWeights weights, NetworkCount networks) {
  static DraftRules of(FormingRules rules) {
    return new DraftRules(rules.band(), rules.weights(), rules.networks());
  }

  FormingRules rules() {
    return new FormingRules(band, weights, networks, List.of(), List.of());
  }
}
