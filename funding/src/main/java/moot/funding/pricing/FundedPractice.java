package moot.funding.pricing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import moot.funding.terms.Basis;
import moot.register.NetworkCode;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/**
 * A practice, with all that money is paid by.
 *
 * @param memberships of networks; none overlaps another
 * @param bases what is known; what is missing leaves out the terms that need it
 * @param contract what is known of the contract that it holds of its own
 */
public record FundedPractice(
    PracticeCode code,
    String name,
    List<Membership> memberships,
    Map<Basis, Held> bases,
    CoreContract contract) {

  public FundedPractice {
    memberships = List.copyOf(memberships);
    bases = Map.copyOf(bases);
  }

  /** Of whose own contract nothing is known. */
  public FundedPractice(
      PracticeCode code, String name, List<Membership> memberships, Map<Basis, Held> bases) {
    this(code, name, memberships, bases, CoreContract.UNKNOWN);
  }

  /** In one network all the time. */
  public static FundedPractice in(
      @Nullable NetworkCode network, PracticeCode code, String name, Map<Basis, Held> bases) {
    return new FundedPractice(
        code,
        name,
        network == null ? List.of() : List.of(new Membership(network, LocalDate.MIN, null)),
        bases);
  }

  Optional<NetworkCode> networkOn(LocalDate day) {
    return memberships.stream()
        .filter(membership -> membership.holdsOn(day))
        .map(Membership::network)
        .findFirst();
  }

  /**
   * @param to the last day; null while it lasts
   */
  public record Membership(NetworkCode network, LocalDate from, @Nullable LocalDate to) {
    boolean holdsOn(LocalDate day) {
      return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
  }
}
