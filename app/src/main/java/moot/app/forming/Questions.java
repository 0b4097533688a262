package moot.app.forming;

import java.util.ArrayList;
import java.util.List;
import moot.formation.Curve;
import moot.formation.Forming;
import moot.formation.FormingPlace;
import moot.formation.FormingRules;
import moot.formation.NetworkCount;
import moot.formation.Plan;
import moot.formation.Progress;
import moot.formation.SearchLimits;
import moot.papers.Answer;

/** What was asked beside the best plan. */
record Questions(Answer answer, Wishes wishes, SearchLimits limits, Progress.Listener listener) {
  /** Groups that would rather leave, those with the most to gain. */
  private static final int MOST_GROUPS = 20;

  /** Points of the trade-off between travel and ties. */
  private static final int MOST_POINTS = 15;

  /** A plan really differs when at least this share of the patients is placed otherwise. */
  private static final double DIFFER = 0.1;

  Answer answered() {
    Answer all = answer;
    Plan best = all.plan();
    FormingPlace place = best.place();
    FormingRules rules = best.rules();
    if (wishes.stability() || wishes.mostStable()) {
      all = all.with(Forming.stability(best, MOST_GROUPS));
    }
    if (wishes.mostStable() && mayGoOn()) {
      all =
          all.withCheapest(
              Forming.best(place, rules, limits, naming("Looking for the cheapest plan")));
    }
    if (wishes.alternatives() > 0) {
      List<Plan> plans =
          Forming.alternatives(
              place,
              rules,
              limits,
              wishes.alternatives() + 1,
              DIFFER,
              naming("Looking for plans that differ"));
      all =
          all.with(
              plans.stream()
                  .skip(1)
                  .map(plan -> new Answer.Alternative(plan, Forming.compare(plan, best)))
                  .toList());
    }
    List<Curve> curves = new ArrayList<>();
    Integer from = wishes.curveFrom();
    Integer to = wishes.curveTo();
    if (from != null && to != null) {
      curves.add(
          Forming.networksCurve(
              place,
              rules,
              limits,
              new NetworkCount(from, to),
              naming("Trying numbers of networks")));
    }
    if (wishes.tiesCurve()) {
      curves.add(
          Forming.tiesCurve(place, rules, limits, MOST_POINTS, naming("Trying weights of ties")));
    }
    return all.withCurves(curves);
  }

  /** What a search that was told to stop would bring says nothing. */
  private boolean mayGoOn() {
    return listener.goOn(new Progress("Looking further", Double.NaN, 0, 0));
  }

  /** Says what the search is for before what it does. */
  private Progress.Listener naming(String what) {
    return progress ->
        listener.goOn(
            new Progress(
                what + ": " + progress.phase(),
                progress.incumbent(),
                progress.bound(),
                progress.seconds()));
  }
}
