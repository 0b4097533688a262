package moot.funding.reconcile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import moot.funding.FinancialYear;
import moot.funding.Mark;
import moot.funding.Rate;
import moot.funding.income.Statement;
import moot.funding.terms.Basis;
import org.jspecify.annotations.Nullable;

/**
 * What should stand under one heading of a statement in one year.
 *
 * @param rate for each patient of the list and year
 * @param months of the year for which it is paid
 * @param list {@link Basis#WEIGHTED_LIST} or {@link Basis#REGISTERED_LIST}
 * @param contracts whom it holds for; empty for all
 * @param mark of the rate; null when the user gave it
 * @param otherRate another one under which a difference is explained
 * @param otherRateWords what that would mean
 * @param reading how a list of {@link ListDay#BEFORE_THE_YEAR} is read back where no statement has
 *     it; null when it cannot be
 */
public record LineRule(
    String heading,
    FinancialYear year,
    PaidTo paidTo,
    Basis list,
    ListDay day,
    Set<String> contracts,
    Rate rate,
    int months,
    @Nullable Mark mark,
    List<String> sources,
    @Nullable Rate otherRate,
    @Nullable String otherRateWords,
    @Nullable ListReading reading) {
  public LineRule {
    contracts = Set.copyOf(contracts);
    sources = List.copyOf(sources);
    if (list != Basis.WEIGHTED_LIST && list != Basis.REGISTERED_LIST) {
      throw new IllegalArgumentException(
          "%s: expected the weighted or the registered list, which a statement has. Maybe it is read wrongly?"
              .formatted(list.words()));
    }
    if (rate.microPounds() <= 0 || rate.microPounds() > 1_000_000_000L) {
      throw new IllegalArgumentException(
          "the rate %s for a patient: expected more than £0 and at most £1,000. Maybe it is pence, or of the whole practice?"
              .formatted(rate));
    }
    if (months < 1 || months > FinancialYear.MONTHS) {
      throw new IllegalArgumentException(
          "%d months of a year: expected 1 to 12. Maybe it is of another year?".formatted(months));
    }
  }

  /** The same at a rate that the user gives. */
  public LineRule at(Rate given) {
    return new LineRule(
        heading,
        year,
        paidTo,
        list,
        day,
        contracts,
        given,
        months,
        null,
        List.of(),
        otherRate,
        otherRateWords,
        reading);
  }

  /** The same for all practices, where the statement knows of none which contract it has. */
  LineRule asKnown(Statement statement) {
    return statement.withoutContract() == statement.practices().size() ? forAllContracts() : this;
  }

  /** Where it is for some contracts only: what the statement does not know of them. */
  public Optional<String> contractRemark(Statement statement) {
    long unknown = statement.withoutContract();
    if (contracts.isEmpty() || unknown == 0) {
      return Optional.empty();
    }
    String kinds = String.join(" and ", contracts);
    return Optional.of(
        unknown == statement.practices().size()
            ? "the rule holds for %s contracts, and it is not known which contract a practice has: all are compared, and those with another may well differ"
                .formatted(kinds)
            : "the rule holds for %s contracts; %d of %d practices are left out, as their contract is not known"
                .formatted(kinds, unknown, statement.practices().size()));
  }

  private LineRule forAllContracts() {
    return new LineRule(
        heading,
        year,
        paidTo,
        list,
        day,
        Set.of(),
        rate,
        months,
        mark,
        sources,
        otherRate,
        otherRateWords,
        reading);
  }

  /** Under whose name the money stands. */
  public enum PaidTo {
    PRACTICE,
    /** One practice takes it for the network, or a company that is not in the file. */
    NETWORK
  }

  /** Of which day the list is that counts. */
  public enum ListDay {
    /** 1 January before the year begins, for the whole of it. */
    BEFORE_THE_YEAR,
    /** The statement's own, for what is paid by quarterly lists. */
    IN_THE_YEAR
  }
}
