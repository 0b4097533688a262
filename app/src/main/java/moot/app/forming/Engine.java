package moot.app.forming;

import moot.formation.Forming;
import moot.formation.FormingPlace;
import moot.formation.FormingRules;
import moot.formation.Plan;
import moot.formation.Progress;
import moot.formation.SearchLimits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The search, as a run uses it: a seam, so that tests can have one that takes its time. */
@FunctionalInterface
interface Engine {
  Plan best(
      FormingPlace place, FormingRules rules, SearchLimits limits, Progress.Listener listener);

  /** The plan that leaves the least to gain by leaving. */
  default Plan mostStable(
      FormingPlace place, FormingRules rules, SearchLimits limits, Progress.Listener listener) {
    return Forming.mostStable(place, rules, limits, listener);
  }

  /** The real one. */
  @Configuration(proxyBeanMethods = false)
  class Real {
    @Bean
    Engine engine() {
      return Forming::best;
    }
  }
}
