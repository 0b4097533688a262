package moot.app.forming;

import java.util.List;
import java.util.function.Predicate;
import moot.app.register.PlaceSummary;
import moot.app.register.RegisterStore;
import moot.app.register.UnknownPlace;
import moot.app.web.ToldToVisitors;
import moot.formation.FormingPlace;
import moot.papers.Answer;
import moot.register.PlaceCode;
import org.springframework.stereotype.Component;

/**
 * The places, runs and answers that the visitor may look at. What others may see is not told apart
 * from what there is not.
 */
@Component
class InSight {
  private static final int NEWEST = 200;

  private final RegisterStore register;
  private final RunStore runs;
  private final Sight sight;

  InSight(RegisterStore register, RunStore runs, Sight sight) {
    this.register = register;
    this.runs = runs;
    this.sight = sight;
  }

  List<PlaceSummary> listPlaces() {
    Predicate<PlaceCode> reach = sight.reach();
    return register.listPlaces().stream().filter(place -> reach.test(place.code())).toList();
  }

  /** The code of a place; of one without practices, too. */
  PlaceCode getPlaceCode(String code) {
    try {
      PlaceCode place = new PlaceCode(code);
      if (sight.reaches(place)) {
        return place;
      }
      throw new UnknownPlace(place);
    } catch (IllegalArgumentException e) {
      throw new ToldToVisitors(404, String.valueOf(e.getMessage()));
    }
  }

  FormingPlace getPlace(String code) {
    PlaceCode place = getPlaceCode(code);
    try {
      return register.getFormingPlace(place);
    } catch (IllegalArgumentException e) {
      throw new ToldToVisitors(404, String.valueOf(e.getMessage()));
    }
  }

  /** Of the newest runs of all places those in sight, newest first. */
  List<Run> listNewestRuns() {
    Predicate<PlaceCode> reach = sight.reach();
    return runs.listNewest(NEWEST).stream().filter(run -> reach.test(run.place())).toList();
  }

  Run getRun(long id) {
    return runs.find(id)
        .filter(run -> sight.reaches(run.place()))
        .orElseThrow(
            () ->
                new ToldToVisitors(
                    404, "There is no run %d. Maybe the link is from another Moot?".formatted(id)));
  }

  /** The answer of a run that is in sight. */
  Answer getAnswer(long id) {
    getRun(id);
    return runs.findAnswer(id)
        .orElseThrow(
            () ->
                new ToldToVisitors(
                    404,
                    "Run %d has no plan. Maybe it is still searching, or has failed?"
                        .formatted(id)));
  }
}
