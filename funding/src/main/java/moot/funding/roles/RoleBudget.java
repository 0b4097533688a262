package moot.funding.roles;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import moot.funding.FinancialYear;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.Rate;
import moot.funding.packs.NewRoles;
import moot.funding.terms.DatedRate;
import moot.funding.terms.NewRole;
import moot.funding.terms.RoleMaximum;
import org.jspecify.annotations.Nullable;

/**
 * What a network can claim for new roles in one year.
 *
 * @param maxima of the rule pack, or a network's own where the pack has none
 * @param percent of the cost that is reimbursed, instead of what each maximum says; null for as the
 *     maxima say. 70 with the maxima of a later year asks: what if <i>the 30 %</i> came back?
 * @param drawing how fast a sum may be used
 */
public record RoleBudget(
    FinancialYear year,
    List<Pot> pots,
    List<RoleMaximum> maxima,
    @Nullable Integer percent,
    Drawing drawing) {

  /** How fast a sum may be used within its months. */
  public enum Drawing {
    /** Claims are paid until the sum is used up: how the scheme's sum for a year is understood. */
    AS_CLAIMED,
    /** No month takes more than its equal part, and what it leaves is lost. */
    MONTH_BY_MONTH
  }

  /**
   * A sum of money for new roles.
   *
   * @param roles those that it is kept for; empty for all that no other sum is kept for
   * @param first the first month that can be claimed from it
   */
  public record Pot(
      String id,
      String title,
      Money sum,
      Set<String> roles,
      YearMonth first,
      YearMonth last,
      Mark mark,
      List<String> sources) {
    public Pot {
      roles = Set.copyOf(roles);
      sources = List.copyOf(sources);
    }

    /** The sum of a whole year for all roles. */
    public static Pot forAll(FinancialYear year, Money sum, Mark mark, List<String> sources) {
      return new Pot(
          "additional-roles-sum",
          "Additional roles sum",
          sum,
          Set.of(),
          year.months().getFirst(),
          year.months().getLast(),
          mark,
          sources);
    }

    boolean isOpenIn(YearMonth month) {
      return !month.isBefore(first) && !month.isAfter(last);
    }

    int months() {
      return (last.getYear() - first.getYear()) * 12
          + last.getMonthValue()
          - first.getMonthValue()
          + 1;
    }
  }

  /**
   * @throws BadRolePlan for values that cannot be meant, all at once
   */
  public RoleBudget {
    pots = List.copyOf(pots);
    maxima = List.copyOf(maxima);
    Complaints complaints = new Complaints();
    complaints.unless(
        percent == null || (percent >= 0 && percent <= 100),
        "reimbursement",
        percent + " %",
        "0 to 100 %",
        "Maybe the network's own share was entered, or two numbers ran together.");
    Set<String> kept = new HashSet<>();
    Set<String> ids = new HashSet<>();
    int forAll = 0;
    for (Pot pot : pots) {
      complaints.unless(
          ids.add(pot.id()), "sum " + pot.id(), "named twice", "each once", "Maybe it was copied.");
      complaints.unless(
          pot.sum().pence() >= 0 && pot.sum().compareTo(Money.ofPounds(1_000_000_000)) <= 0,
          "sum " + pot.id(),
          pot.sum(),
          "£0 to £1,000,000,000",
          "Maybe a minus slipped in.");
      complaints.unless(
          !pot.last().isBefore(pot.first())
              && FinancialYear.of(pot.first().atDay(1)).equals(year)
              && FinancialYear.of(pot.last().atDay(1)).equals(year),
          "sum " + pot.id() + ", months",
          pot.first() + " to " + pot.last(),
          "months of " + year + ", the first not after the last",
          "Maybe it belongs to another year.");
      forAll += pot.roles().isEmpty() ? 1 : 0;
      for (String role : pot.roles()) {
        complaints.unless(
            kept.add(role),
            "sum " + pot.id(),
            role,
            "a role that no other sum is kept for",
            "Maybe one of the sums is for all roles.");
      }
    }
    complaints.unless(
        forAll <= 1,
        "sums",
        forAll + " for all roles",
        "at most one",
        "Maybe one of them is kept for some roles: name them.");
    complaints.raise();
  }

  /** One sum for all roles, as from 2020/21. */
  public static RoleBudget of(FinancialYear year, Pot pot, List<RoleMaximum> maxima) {
    return new RoleBudget(year, List.of(pot), maxima, null, Drawing.AS_CLAIMED);
  }

  /**
   * As in 2019/20: no sum, but so many whole-time equivalents of each role. The sum is what they
   * come to at their maxima in the months in which these hold.
   */
  public static RoleBudget ofEntitlement(
      FinancialYear year, List<RoleMaximum> maxima, long patients) {
    List<Pot> pots = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (RoleMaximum maximum : maxima) {
      if (!seen.add(maximum.role())) {
        continue;
      }
      Integer most = most(maximum, patients);
      List<YearMonth> months =
          year.months().stream().filter(m -> rateIn(maximum, m, null).isPresent()).toList();
      if (most == null || months.isEmpty()) {
        continue;
      }
      long micro = 0;
      Mark mark = Mark.READ_TWICE;
      List<String> sources = new ArrayList<>();
      for (YearMonth month : months) {
        DatedRate rate = rateIn(maximum, month, null).orElseThrow();
        micro += rate.rate().microPounds() * most;
        mark = mark.orLessSure(rate.mark());
        rate.sources().stream().filter(s -> !sources.contains(s)).forEach(sources::add);
      }
      pots.add(
          new Pot(
              maximum.role(),
              "Entitlement: " + maximum.title(),
              Money.ofPounds(
                  new Rate(micro).inPounds().divide(BigDecimal.valueOf(12), MathContext.DECIMAL64)),
              Set.of(maximum.role()),
              months.getFirst(),
              months.getLast(),
              mark,
              sources));
    }
    return new RoleBudget(year, pots, maxima, null, Drawing.AS_CLAIMED);
  }

  public RoleBudget reimbursing(@Nullable Integer other) {
    return new RoleBudget(year, pots, maxima, other, drawing);
  }

  public RoleBudget drawing(Drawing other) {
    return new RoleBudget(year, pots, maxima, percent, other);
  }

  public Money sum() {
    return pots.stream().map(Pot::sum).reduce(Money.ZERO, Money::plus);
  }

  /** The sum that a role is claimed from. */
  public Optional<Pot> findPot(String role) {
    return pots.stream()
        .filter(pot -> pot.roles().contains(role))
        .findFirst()
        .or(() -> pots.stream().filter(pot -> pot.roles().isEmpty()).findFirst());
  }

  /**
   * The maximum for a role in an area; where it has none of its own, London's for both parts of
   * London, then England's. A role that counts as another has that one's, unless its own is given.
   * It may be without rates: then its caps and percentage are known, and what it comes to is not.
   */
  public Optional<RoleMaximum> findMaximum(String role, @Nullable String area) {
    List<RoleMaximum> own = maxima.stream().filter(m -> m.role().equals(role)).toList();
    String counted = NewRoles.shipped().countedAs(role);
    List<RoleMaximum> ofRole =
        own.isEmpty() ? maxima.stream().filter(m -> m.role().equals(counted)).toList() : own;
    return ofRole.stream()
        .filter(m -> Objects.equals(m.area(), area))
        .findFirst()
        .or(
            () ->
                area == null
                    ? Optional.empty()
                    : ofRole.stream().filter(m -> "London".equals(m.area())).findFirst())
        .or(() -> ofRole.stream().filter(m -> m.area() == null).findFirst());
  }

  /** All of the cost where nothing else is said, as since April 2020. */
  int percentOf(@Nullable RoleMaximum maximum) {
    return percent != null ? percent : maximum == null ? 100 : maximum.percent();
  }

  /** A role as a reader knows it. */
  String title(String role) {
    return NewRoles.shipped()
        .find(role)
        .map(NewRole::title)
        .or(
            () ->
                maxima.stream()
                    .filter(m -> m.role().equals(role))
                    .map(RoleMaximum::title)
                    .findFirst())
        .orElse(role);
  }

  static @Nullable Integer most(RoleMaximum maximum, long patients) {
    return patients >= RolePlan.LARGE ? maximum.mostIfLarge() : maximum.most();
  }

  /**
   * The rate that holds in a month: of several the one that became known last.
   *
   * @param asKnownOn leaves out what was announced later; null for as finally paid
   */
  static Optional<DatedRate> rateIn(
      RoleMaximum maximum, YearMonth month, @Nullable LocalDate asKnownOn) {
    return maximum.rates().stream()
        .filter(rate -> rate.holdsIn(month))
        .filter(rate -> asKnownOn == null || !announced(rate).isAfter(asKnownOn))
        .max(Comparator.comparing(RoleBudget::announced).thenComparing(DatedRate::from));
  }

  /** A rate without a day of announcement was known before it began. */
  private static LocalDate announced(DatedRate rate) {
    LocalDate day = rate.announced();
    return day == null ? LocalDate.MIN : day;
  }
}
