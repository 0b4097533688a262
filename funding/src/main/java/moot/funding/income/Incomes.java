package moot.funding.income;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import moot.funding.FinancialYear;
import moot.funding.Money;
import moot.funding.Quantity;
import moot.funding.Rate;
import moot.funding.Share;
import moot.register.PracticeCode;
import moot.register.published.PaidPractice;
import org.jspecify.annotations.Nullable;

/** National and local income of all practices, networks and places of one or several statements. */
public final class Incomes {
  private final PaymentHeadings headings;
  private final TreeMap<FinancialYear, Year> years = new TreeMap<>();

  private Incomes(PaymentHeadings headings) {
    this.headings = headings;
  }

  /**
   * @throws IllegalArgumentException when two statements are of one year
   */
  public static Incomes of(Collection<Statement> statements, PaymentHeadings headings) {
    Incomes incomes = new Incomes(headings);
    for (Statement statement : statements) {
      Year before =
          incomes.years.put(statement.year(), new OfStatement(statement, headings).year());
      if (before != null) {
        throw new IllegalArgumentException(
            "two statements of %s: expected one of each year. Maybe the year of one is another; the files do not name it"
                .formatted(statement.year()));
      }
    }
    return incomes;
  }

  /** What one statement says. */
  private record Year(
      Statement statement,
      Map<Scope, Map<String, Income>> incomes,
      List<String> unclassed,
      List<Disagreement> disagreements,
      int summed) {}

  /** A practice whose payments do not add up to the sum that the file states. */
  public record Disagreement(PracticeCode practice, Money stated, Money summed) {}

  public List<FinancialYear> years() {
    return List.copyOf(years.keySet());
  }

  /** All of one kind in one year, largest list first. */
  public List<Income> list(Scope scope, FinancialYear year) {
    return find(year)
        .map(each -> each.incomes().getOrDefault(scope, Map.of()).values().stream())
        .orElseGet(java.util.stream.Stream::empty)
        .sorted(Comparator.comparing(Income::registeredList).reversed().thenComparing(Income::code))
        .toList();
  }

  public @Nullable Income find(Scope scope, String code, FinancialYear year) {
    return find(year)
        .map(each -> each.incomes().get(scope))
        .map(each -> each.get(code))
        .orElse(null);
  }

  /** Of all practices in one year. */
  public Income all(FinancialYear year) {
    return Objects.requireNonNull(
        find(Scope.ALL, "", year), () -> "there is no statement of " + year);
  }

  /** One party through the years in which it was paid, oldest first. */
  public List<Income> trend(Scope scope, String code) {
    return years.keySet().stream()
        .map(year -> Optional.ofNullable(find(scope, code, year)))
        .flatMap(Optional::stream)
        .toList();
  }

  /** How each class changed from the first of these to the last; empty for fewer than two. */
  public static List<Change> changes(List<Income> trend) {
    if (trend.size() < 2) {
      return List.of();
    }
    Income first = trend.getFirst();
    Income last = trend.getLast();
    List<Change> changes = new ArrayList<>();
    for (IncomeClass each : first.byClass().keySet()) {
      changes.add(
          new Change(
              each,
              first.of(each),
              last.of(each),
              first.perPatient(each),
              last.perPatient(each),
              last.share(each) - first.share(each)));
    }
    return changes;
  }

  /**
   * From one year to another.
   *
   * @param beforePerPatient null without patients
   * @param share of what is earned, in parts of one, later less earlier
   */
  public record Change(
      IncomeClass incomeClass,
      Money before,
      Money after,
      @Nullable Rate beforePerPatient,
      @Nullable Rate afterPerPatient,
      double share) {}

  /** Headings that the table of headings does not have; counted as other. */
  public List<String> unclassed(FinancialYear year) {
    return find(year).map(Year::unclassed).orElse(List.of());
  }

  /** Practices whose classed payments do not add up to the sum that the file states. */
  public List<Disagreement> disagreements(FinancialYear year) {
    return find(year).map(Year::disagreements).orElse(List.of());
  }

  /** For how many practices the file states a sum to compare with. */
  public int compared(FinancialYear year) {
    return find(year).map(Year::summed).orElse(0);
  }

  public PaymentHeadings headings() {
    return headings;
  }

  private Optional<Year> find(FinancialYear year) {
    return Optional.ofNullable(years.get(year));
  }

  /** Classes one statement and shares what networks were paid among their members. */
  private static final class OfStatement {
    private final Statement statement;
    private final PaymentHeadings headings;
    private final List<String> order;
    private final Map<String, IncomeClass> classes = new HashMap<>();

    /** By practice and heading, in pence. */
    private final Map<PracticeCode, Map<String, Long>> paid = new LinkedHashMap<>();

    private final Map<PracticeCode, Long> payeePart = new HashMap<>();

    /** Practices whose network's money is nowhere in the statement. */
    private final Set<PracticeCode> unseen = new HashSet<>();

    private long seenPence;
    private Quantity seenList = Quantity.ZERO;
    private @Nullable Rate seenRate;

    OfStatement(Statement statement, PaymentHeadings headings) {
      this.statement = statement;
      this.headings = headings;
      this.order = statement.headings();
      order.forEach(heading -> classes.put(heading, headings.classOf(heading)));
    }

    Year year() {
      Map<String, List<PaidPractice>> networks = new LinkedHashMap<>();
      for (PaidPractice practice : statement.practices()) {
        Map<String, Long> lines = new HashMap<>();
        practice.paid().forEach(line -> lines.merge(line.heading(), line.pence(), Long::sum));
        paid.put(practice.code(), lines);
        if (practice.network() != null) {
          networks
              .computeIfAbsent(practice.network().value(), n -> new ArrayList<>())
              .add(practice);
        }
      }
      List<Disagreement> disagreements = new ArrayList<>();
      int summed = compare(disagreements);
      networks.values().forEach(this::share);
      seenRate = Income.per(new Money(seenPence), seenList);
      Map<Scope, Map<String, Income>> incomes = new EnumMap<>(Scope.class);
      for (Scope scope : Scope.values()) {
        incomes.put(scope, of(scope));
      }
      return new Year(
          statement,
          incomes,
          order.stream().filter(heading -> !headings.knows(heading)).toList(),
          List.copyOf(disagreements),
          summed);
    }

    private boolean isPayment(String heading) {
      return Objects.requireNonNull(classes.get(heading)).isPayment();
    }

    private int compare(List<Disagreement> disagreements) {
      String sum = headings.sumAmong(order);
      if (sum == null) {
        return 0;
      }
      for (var each : paid.entrySet()) {
        long stated = each.getValue().getOrDefault(sum, 0L);
        long made =
            each.getValue().entrySet().stream()
                .filter(line -> isPayment(line.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        if (stated != made) {
          disagreements.add(new Disagreement(each.getKey(), new Money(stated), new Money(made)));
        }
      }
      return paid.size();
    }

    /** Each member gets its part by registered list; without any list it stays where it is. */
    private void share(List<PaidPractice> members) {
      long[] lists =
          members.stream().mapToLong(each -> list(each.registeredList()).hundredths()).toArray();
      if (Arrays.stream(lists).sum() == 0) {
        return;
      }
      long all = 0;
      for (String heading : order) {
        if (classes.get(heading) != IncomeClass.NETWORK || headings.goesToEachPractice(heading)) {
          continue;
        }
        long whole = 0;
        for (PaidPractice member : members) {
          whole += lines(member).getOrDefault(heading, 0L);
        }
        all += whole;
        if (whole == 0 && members.stream().noneMatch(each -> lines(each).containsKey(heading))) {
          continue;
        }
        long[] parts = Share.byLargestRemainder(whole, lists);
        for (int i = 0; i < parts.length; i++) {
          Map<String, Long> lines = lines(members.get(i));
          long before = lines.getOrDefault(heading, 0L);
          payeePart.merge(members.get(i).code(), parts[i] - before, Long::sum);
          lines.put(heading, parts[i]);
        }
      }
      if (all == 0) {
        members.forEach(each -> unseen.add(each.code()));
      } else {
        seenPence += all;
        seenList = seenList.plus(new Quantity(Arrays.stream(lists).sum()));
      }
    }

    private Map<String, Long> lines(PaidPractice practice) {
      return Objects.requireNonNull(paid.get(practice.code()));
    }

    private static Quantity list(@Nullable Double patients) {
      return patients == null ? Quantity.ZERO : Quantity.of(patients);
    }

    private Map<String, Income> of(Scope scope) {
      Map<String, List<PaidPractice>> groups = new LinkedHashMap<>();
      for (PaidPractice practice : statement.practices()) {
        String code =
            switch (scope) {
              case PRACTICE -> practice.code().value();
              case NETWORK -> practice.network() == null ? null : practice.network().value();
              case PLACE -> practice.commissioner();
              case ALL -> "";
            };
        if (code != null) {
          groups.computeIfAbsent(code, c -> new ArrayList<>()).add(practice);
        }
      }
      Map<String, Income> incomes = new LinkedHashMap<>();
      groups.forEach((code, members) -> incomes.put(code, income(scope, code, members)));
      return incomes;
    }

    private Income income(Scope scope, String code, List<PaidPractice> members) {
      PaidPractice first = members.getFirst();
      String name =
          switch (scope) {
            case PRACTICE -> first.name();
            case NETWORK -> first.networkName();
            case PLACE -> first.commissionerName();
            case ALL -> "all practices of the statement";
          };
      Quantity registered = Quantity.ZERO;
      Quantity weighted = Quantity.ZERO;
      Map<String, Long> sums = new HashMap<>();
      long part = 0;
      Quantity notSeen = Quantity.ZERO;
      for (PaidPractice member : members) {
        registered = registered.plus(list(member.registeredList()));
        weighted = weighted.plus(list(member.weightedList()));
        lines(member).forEach((heading, pence) -> sums.merge(heading, pence, Long::sum));
        part += payeePart.getOrDefault(member.code(), 0L);
        if (unseen.contains(member.code())) {
          notSeen = notSeen.plus(list(member.registeredList()));
        }
      }
      List<Income.Line> lines = new ArrayList<>();
      for (String heading : order) {
        Long pence = sums.get(heading);
        if (pence != null && isPayment(heading)) {
          lines.add(
              new Income.Line(
                  heading,
                  Objects.requireNonNull(classes.get(heading)),
                  headings.goesToEachPractice(heading),
                  new Money(pence)));
        }
      }
      return new Income(
          scope,
          code,
          name == null ? code : name,
          statement.year(),
          members.size(),
          registered,
          weighted,
          lines,
          new Money(part),
          notSeen,
          seenRate);
    }
  }
}
