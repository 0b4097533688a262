package moot.funding.roles;

import java.util.ArrayList;
import java.util.List;
import moot.funding.FinancialYear;
import moot.funding.pricing.FundedPlace;
import moot.funding.pricing.FundedPractice;
import moot.funding.pricing.Held;
import moot.funding.terms.Basis;
import moot.register.NetworkCode;
import moot.register.PracticeCode;

/**
 * A practice that shares a role plan.
 *
 * @param list registered patients
 */
public record Member(PracticeCode practice, String name, long list) {
  /** Who is in a network when a year ends, of those whose registered list is known. */
  public static List<Member> listAtEnd(FundedPlace place, NetworkCode network, FinancialYear year) {
    List<Member> members = new ArrayList<>();
    for (FundedPractice practice : place.practices()) {
      boolean in =
          practice.memberships().stream()
              .anyMatch(
                  m ->
                      m.network().equals(network)
                          && (m.to() == null || !m.to().isBefore(year.to())));
      Held list = practice.bases().get(Basis.REGISTERED_LIST);
      if (in && list != null) {
        members.add(
            new Member(practice.code(), practice.name(), list.quantity().amount().longValue()));
      }
    }
    return members;
  }
}
