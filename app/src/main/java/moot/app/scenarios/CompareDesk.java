package moot.app.scenarios;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import moot.app.access.Seat;
import moot.app.web.ToldToVisitors;
import moot.funding.management.Attribution;
import moot.funding.management.BadScenario;
import moot.funding.management.Comparing;
import moot.funding.management.Figure;
import moot.funding.management.Limits;
import moot.funding.management.MixFinder;
import moot.funding.management.MixedScenario;
import moot.funding.management.Scenario;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts scenarios side by side, and looks for the best mix of one. */
@Component
class CompareDesk {
  private static final int MOST = 4;

  private final ScenarioDesk desk;
  private final Working working;

  CompareDesk(ScenarioDesk desk, Working working) {
    this.desk = desk;
    this.working = working;
  }

  /**
   * @param ids two to four
   * @param figure the name of what is taken apart
   */
  Compared compare(Seat seat, List<Long> ids, String figure) {
    List<Long> asked = ids.stream().distinct().toList();
    if (asked.size() < 2 || asked.size() > MOST) {
      throw new ToldToVisitors(
          400,
          "%d scenarios to compare: expected 2 to %d. Maybe tick others in the list?"
              .formatted(asked.size(), MOST));
    }
    Figure attributed =
        Compared.ATTRIBUTED.stream()
            .filter(f -> f.name().equals(figure.toUpperCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow(
                () ->
                    new ToldToVisitors(
                        400,
                        "%s cannot be taken apart: expected one of %s. Maybe short?"
                            .formatted(
                                figure,
                                String.join(
                                    ", ",
                                    Compared.ATTRIBUTED.stream()
                                        .map(f -> f.name().toLowerCase(Locale.ROOT))
                                        .toList()))));
    List<Compared.One> all = new ArrayList<>();
    List<Scenario> scenarios = new ArrayList<>();
    for (long id : asked) {
      SavedScenario saved = desk.get(seat, id);
      Scenario scenario = desk.getLatest(seat, saved).scenario();
      all.add(
          new Compared.One(
              saved,
              working.full(scenario),
              scenarios.isEmpty() ? null : apart(scenarios.getFirst(), scenario, attributed)));
      scenarios.add(scenario);
    }
    Comparing comparing =
        new Comparing(
            all.stream()
                .map(one -> new Comparing.Column(one.answer().outcome(), one.answer().simulation()))
                .toList());
    return new Compared(all, comparing, attributed);
  }

  private static @Nullable Attribution apart(Scenario first, Scenario other, Figure figure) {
    if (!first.first().equals(other.first()) || first.years() != other.years()) {
      return null;
    }
    return Attribution.between(first, other, figure);
  }

  /**
   * Makes the best mix of a scenario a scenario of the party's own.
   *
   * @param mix that was found for what is saved now
   * @return its id
   */
  long keep(Seat seat, SavedScenario saved, MixFinder.Mix mix) {
    return desk.add(
        seat, "began with a mix found for “%s”".formatted(saved.title()), MixedScenario.of(mix));
  }

  /**
   * @throws BadScenario with all that is wrong with what is asked
   */
  static MixFinder.Answer mix(Scenario scenario, Limits limits) {
    return MixFinder.find(scenario, limits.limits(), limits.least());
  }
}
