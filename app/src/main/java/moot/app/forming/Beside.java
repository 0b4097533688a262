package moot.app.forming;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import moot.app.web.ToldToVisitors;
import moot.formation.Curve;
import moot.formation.Plan;
import moot.formation.PlanStatus;
import moot.papers.Answer;
import moot.papers.Wording;

/**
 * A plan that an answer has beside its own: an alternative, a point of a trade-off, the cheapest.
 *
 * @param key its name in addresses
 * @param heading what it is, in words
 */
public record Beside(String key, String heading, Plan plan) {

  /** All of them, in the order in which the page of the answer shows them. */
  static List<Beside> list(Answer answer) {
    List<Beside> list = new ArrayList<>();
    Answer.Alternative cheapest = answer.cheapest();
    if (cheapest != null) {
      list.add(new Beside("cheapest", "The cheapest plan", cheapest.plan()));
    }
    int alternatives = 0;
    for (Answer.Alternative alternative : answer.alternatives()) {
      int number = ++alternatives;
      list.add(new Beside("alternative-" + number, "Alternative " + number, alternative.plan()));
    }
    for (Curve curve : answer.curves()) {
      boolean ties = curve.parameter().equals("ties");
      int number = 0;
      for (Curve.Point point : curve.points()) {
        String value = Wording.brief(point.value());
        list.add(
            new Beside(
                String.format(Locale.ROOT, "%s-%d", curve.parameter(), ++number),
                ties ? "Ties at " + value + " km" : value + " networks",
                point.plan()));
      }
    }
    return list;
  }

  /** How sure it is that it is the best of its kind, in words. */
  public String standing() {
    return key.startsWith("alternative") && plan.status() == PlanStatus.PROVED_OPTIMAL
        ? "Proved: no plan that differs as much costs less"
        : Wording.status(plan);
  }

  static Beside get(Answer answer, String key) {
    return list(answer).stream()
        .filter(beside -> beside.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new ToldToVisitors(
                    404,
                    "\"%s\": this answer has no such plan beside its own. Maybe the link was cut short?"
                        .formatted(key.length() > 30 ? key.substring(0, 30) + "…" : key)));
  }
}
