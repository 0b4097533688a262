package moot.funding.roles;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong, so that all of it is said at once. */
final class Complaints {
  private final List<Complaint> list = new ArrayList<>();

  void unless(boolean right, String where, Object value, String expected, String maybe) {
    if (!right) {
      list.add(new Complaint(where, String.valueOf(value), expected, maybe));
    }
  }

  void raise() {
    if (!list.isEmpty()) {
      throw new BadRolePlan(list);
    }
  }
}
