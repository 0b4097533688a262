package moot.funding.roles;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import moot.funding.FinancialYear;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.Trace;
import moot.funding.pricing.Entitlement;
import moot.funding.pricing.FundedPlace;
import moot.funding.pricing.Pricing;
import moot.funding.pricing.RateChoice;
import moot.funding.terms.Pack;
import moot.funding.terms.RoleMaximum;
import moot.register.NetworkCode;

/**
 * What a network can claim for new roles in a year, and where the sums come from.
 *
 * @param traces one for each sum
 */
public record RoleSums(RoleBudget budget, List<Trace> traces) {
  private static final String SUM = "additional-roles";
  private static final String GP_SUM = "additional-roles-gp";
  private static final String GP = "general-practitioner";

  public RoleSums {
    traces = List.copyOf(traces);
  }

  /**
   * A sum that somebody entered; nobody has verified it.
   *
   * @param own who entered it, in words
   */
  public static RoleSums entered(
      FinancialYear year, Money sum, String own, List<RoleMaximum> maxima) {
    List<String> sources = List.of(own);
    return new RoleSums(
        RoleBudget.of(year, RoleBudget.Pot.forAll(year, sum, Mark.RECALLED, sources), maxima),
        List.of(
            new Trace(
                "Sum for new roles", sum.toString(), null, Mark.RECALLED, sources, List.of())));
  }

  /**
   * What the network contract comes to, as finally paid: its sums for new roles, none where a basis
   * is missing; where the contract has none, so many whole-time equivalents at their maxima.
   *
   * @param maxima of the contract, or others where it has none
   * @param patients of the network
   */
  public static RoleSums ofContract(
      Pack pack, FundedPlace place, NetworkCode network, List<RoleMaximum> maxima, long patients) {
    List<Entitlement> due =
        new Pricing(pack, RateChoice.AS_PAID)
            .price(place).entitlements().stream()
                .filter(one -> one.payee().code().equals(network.value()))
                .filter(one -> one.term().id().equals(SUM) || one.term().id().equals(GP_SUM))
                .toList();
    if (!due.isEmpty() || pack.findTerm(SUM).isPresent()) {
      return new RoleSums(
          new RoleBudget(
              pack.year(),
              due.stream().map(RoleSums::pot).toList(),
              maxima,
              null,
              RoleBudget.Drawing.AS_CLAIMED),
          due.stream().map(Entitlement::trace).toList());
    }
    RoleBudget budget = RoleBudget.ofEntitlement(pack.year(), maxima, patients);
    List<Trace> traces = new ArrayList<>();
    for (RoleBudget.Pot pot : budget.pots()) {
      traces.add(
          new Trace(
              pot.title(),
              pot.sum().toString(),
              "whole-time equivalents that may be claimed, at their maxima",
              pot.mark(),
              pot.sources(),
              List.of()));
    }
    return new RoleSums(budget, traces);
  }

  private static RoleBudget.Pot pot(Entitlement due) {
    int first = due.stretches().stream().mapToInt(Entitlement.Stretch::first).min().orElse(0);
    int end = due.stretches().stream().mapToInt(s -> s.first() + s.months()).max().orElse(1);
    List<YearMonth> months = due.year().months();
    return new RoleBudget.Pot(
        due.term().id(),
        due.term().title(),
        due.total(),
        due.term().id().equals(GP_SUM) ? Set.of(GP) : Set.of(),
        months.get(first),
        months.get(end - 1),
        due.mark(),
        due.stretches().stream().flatMap(s -> s.rate().sources().stream()).distinct().toList());
  }
}
