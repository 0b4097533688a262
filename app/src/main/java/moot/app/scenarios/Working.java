package moot.app.scenarios;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import moot.funding.management.Outcome;
import moot.funding.management.Scenario;
import moot.funding.management.Simulation;
import org.springframework.stereotype.Component;

/** Works scenarios out, and keeps the answers that were asked for last. */
@Component
class Working {
  /** So many draws while somebody moves a slider. */
  static final int QUICK = 1_000;

  static final int SEED = 1;
  private static final int MOST = 40;

  private final Map<Scenario, Answer> answers =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Scenario, Answer> eldest) {
          return size() > MOST;
        }
      };

  Answer quick(Scenario scenario) {
    return new Answer(scenario, Outcome.of(scenario), Simulation.run(scenario, QUICK, SEED));
  }

  Answer full(Scenario scenario) {

    synchronized (answers) {
      Answer known = answers.get(scenario);
      if (known != null) {
        return known;
      }
    }
    Answer answer =
        new Answer(
            scenario, Outcome.of(scenario), Simulation.run(scenario, Simulation.DRAWS, SEED));
    synchronized (answers) {
      answers.put(scenario, answer);
    }
    return answer;
  }

  List<Answer> full(List<Scenario> scenarios) {
    return scenarios.stream().map(this::full).toList();
  }
}
