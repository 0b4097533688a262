package moot.app.consent;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import moot.app.register.Membership;
import moot.app.register.RegisterStore;
import moot.register.NetworkCode;
import moot.register.PracticeCode;

/** Who is in which network on a day. */
final class MembersOn {
  private MembersOn() {}

  /** Each of these practices' network on a day, as known today; those in none are not in it. */
  static Map<PracticeCode, NetworkCode> of(
      RegisterStore register, Set<PracticeCode> practices, LocalDate on, LocalDate today) {
    return register.listMemberships(on, today).stream()
        .filter(membership -> practices.contains(membership.practice()))
        .collect(Collectors.toMap(Membership::practice, Membership::network));
  }
}
