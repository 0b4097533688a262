package moot.app.roleplans;

import java.util.Optional;
import moot.app.access.Seat;
import moot.app.table.SubjectGate;
import org.springframework.stereotype.Component;

/** Lets those talk about a role plan who may see it. */
@Component
class RolePlanGate implements SubjectGate {
  private final RolePlanStore plans;

  RolePlanGate(RolePlanStore plans) {
    this.plans = plans;
  }

  @Override
  public String kind() {
    return "roleplan";
  }

  @Override
  public Optional<Sight> find(Seat seat, String id) {
    if (!id.matches("[0-9]{1,18}")) {
      return Optional.empty();
    }
    return plans
        .find(Long.parseLong(id))
        .filter(plan -> plan.isSeenBy(seat))
        .map(plan -> new Sight(plan.name(), "/funding/roles/" + plan.id()));
  }
}
