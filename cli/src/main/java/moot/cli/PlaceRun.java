package moot.cli;

import moot.formation.Forming;
import moot.formation.FormingPlace;
import moot.formation.FormingRules;
import moot.formation.Plan;
import moot.formation.Progress;
import moot.formation.SearchLimits;
import moot.papers.Answer;

/** Asks the engine everything that the options ask about one place. */
final class PlaceRun {
  private static final int GROUPS_LISTED = 25;

  private final FormingPlace place;
  private final FormingRules rules;
  private final PlanOptions options;
  private final SearchLimits limits;
  private final ProgressLine line;
  private final Stopping stopping;

  PlaceRun(
      FormingInput input,
      moot.register.PlaceCode code,
      FormingRules rules,
      PlanOptions options,
      SearchLimits limits,
      ProgressLine line,
      Stopping stopping) {
    this.place = input.place(code);
    this.rules = rules.withLocks(input.locks(code)).withPreferences(input.preferences(code));
    this.options = options;
    this.limits = limits;
    this.line = line;
    this.stopping = stopping;
  }

  Answer answer() {
    Plan plan =
        options.mostStable
            ? Forming.mostStable(place, rules, limits, this::goOn)
            : Forming.best(place, rules, limits, this::goOn);
    Answer answer = Answer.of(plan).with(limits).with(Forming.explain(plan));
    if ((options.stability || options.mostStable) && !stopping.asked()) {
      answer = answer.with(Forming.stability(plan, GROUPS_LISTED));
    }
    return answer;
  }

  private boolean goOn(Progress progress) {
    line.at(place.code().value(), progress);
    return !stopping.asked();
  }
}
