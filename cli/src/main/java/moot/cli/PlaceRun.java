package moot.cli;

import java.util.List;
import moot.formation.Curve;
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
  private static final int POINTS = 15;

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
    List<Plan> plans =
        options.mostStable
            ? List.of(Forming.mostStable(place, rules, limits, this::goOn))
            : options.alternatives > 0
                ? Forming.alternatives(
                    place, rules, limits, options.alternatives + 1, options.differ, this::goOn)
                : List.of(Forming.best(place, rules, limits, this::goOn));
    Plan plan = plans.getFirst();
    Answer answer =
        Answer.of(plan)
            .with(limits)
            .with(Forming.explain(plan))
            .with(
                plans.stream()
                    .skip(1)
                    .map(other -> new Answer.Alternative(other, Forming.compare(other, plan)))
                    .toList());
    if (options.mostStable) {
      answer = answer.asMostStable();
      if (!stopping.asked()) {
        answer = answer.withCheapest(Forming.best(place, rules, limits, this::goOn));
      }
    }
    if ((options.stability || options.mostStable) && !stopping.asked()) {
      answer = answer.with(Forming.stability(plan, GROUPS_LISTED));
    }
    PlanOptions.CurveKind kind = options.curve;
    if (kind != null && !stopping.asked()) {
      answer = answer.withCurves(List.of(curve(kind)));
    }
    return answer;
  }

  private Curve curve(PlanOptions.CurveKind kind) {
    return switch (kind) {
      case networks -> Forming.networksCurve(place, rules, limits, rules.networks(), this::goOn);
      case ties -> Forming.tiesCurve(place, rules, limits, POINTS, this::goOn);
    };
  }

  private boolean goOn(Progress progress) {
    line.at(place.code().value(), progress);
    return !stopping.asked();
  }
}
