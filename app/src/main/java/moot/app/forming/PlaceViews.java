package moot.app.forming;

import java.util.Optional;
import moot.formation.Forming;
import moot.formation.FormingPlace;
import moot.formation.Plan;
import moot.papers.Answer;
import org.springframework.stereotype.Component;

/** Puts together what is shown of a place, for its page and for programs. */
@Component
class PlaceViews {
  private final RunStore runs;
  private final Pairs pairs;

  PlaceViews(RunStore runs, Pairs pairs) {
    this.runs = runs;
    this.pairs = pairs;
  }

  PlaceView of(FormingPlace place) {
    Optional<Run> best = runs.findBest(place.code());
    Optional<Answer> answer = best.flatMap(run -> runs.findAnswer(run.id()));
    if (best.isEmpty() || answer.isEmpty()) {
      return new PlaceView(place, today(place), best.orElse(null), null, null);
    }
    Run run = best.get();
    Plan plan = answer.get().plan();
    return new PlaceView(
        place,
        Forming.today(plan.place(), plan.rules()),
        run,
        answer.get(),
        pairs
            .besideToday(
                run.id(),
                plan,
                run.proved() ? "The proved plan" : "The best plan found",
                "/forming/runs/" + run.id())
            .orElse(null));
  }

  /** Today's networks, priced by the rules of the first offer. */
  static Plan today(FormingPlace place) {
    return Forming.today(place, Wishes.firstOffer().rules());
  }
}
