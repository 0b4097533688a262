package moot.formation.search;

import java.util.ArrayList;
import java.util.List;
import moot.formation.Contradiction;
import moot.formation.Plan;
import moot.formation.ground.Ground;
import moot.register.PracticeCode;

/** The best plan, and the best of those that differ enough from all before. */
public final class Alternatives {
  private final Session session;
  private final Ground ground;

  public Alternatives(Session session) {
    this.session = session;
    this.ground = session.ground();
  }

  /** See {@link moot.formation.Forming#alternatives}. */
  public List<Plan> list(int k, double differ) throws Contradiction {
    List<Plan> plans = new ArrayList<>();
    Session.Answer answer = session.first();
    plans.add(answer.plan());
    double most = mostKept(differ);
    List<Side> sides = new ArrayList<>();
    while (plans.size() < k && most >= 0) {
      sides.add(kept(plans.getLast(), most));
      answer =
          session.next(
              ground,
              session.networks(),
              sides,
              answer.next(),
              List.of(
                  "Differs from each plan before it in at least %.0f %% of patients."
                      .formatted(100 * differ)));
      if (answer == null || !answer.obeys()) {
        break;
      }
      plans.add(answer.plan());
    }
    session.clock().last();
    return List.copyOf(plans);
  }

  /** How many patients of practices that are free to choose may be kept together. */
  private double mostKept(double differ) {
    long patients = 0;
    for (int i = 0; i < ground.size(); i++) {
      patients += ground.list(i);
    }
    double most = Math.floor((1 - differ) * patients);
    for (int[] stay : ground.locks().stays()) {
      // A network that stays is kept whole by every plan.
      most -= ground.patients(stay);
    }
    return most;
  }

  private Side kept(Plan reference, double most) {
    int[] referenceOf = new int[ground.size()];
    int[] list = new int[ground.size()];
    for (int i = 0; i < list.length; i++) {
      list[i] = ground.list(i);
    }
    for (int k = 0; k < reference.networks().size(); k++) {
      for (PracticeCode practice : reference.networks().get(k).practices()) {
        referenceOf[ground.number(practice)] = k;
      }
    }
    return new Side.Kept(referenceOf, list, most);
  }
}
