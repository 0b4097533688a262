package moot.funding.roles;

import java.util.ArrayList;
import java.util.List;
import moot.funding.Complaint;

/** Gathers what is wrong, so that all of it is said at once. */
final class Complaints {
  private final List<Complaint> list = new ArrayList<>();

  void unless(boolean right, String where, Object value, String expected, String maybe) {
    if (!right) {
      list.add(Complaint.of(where, 0, String.valueOf(value), expected, maybe));
    }
  }

  void raise() {
    if (!list.isEmpty()) {
      throw new BadRolePlan(list);
    }
  }
}
