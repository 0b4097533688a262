package moot.funding.income;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import moot.funding.FinancialYear;
import moot.funding.Money;
import moot.funding.Quantity;
import moot.funding.Rate;
import moot.funding.Trace;
import org.jspecify.annotations.Nullable;

/**
 * What a practice, network or place was paid in one year, by where it comes from.
 *
 * <p>What the network contract pays to a network stands in the file at the practice that takes it
 * for all. Here each member has its part of it by registered list, to the penny.
 *
 * @param practices how many it is made of
 * @param registeredList as the file gives them, summed
 * @param weightedList likewise
 * @param lines in the order of the statement; totals and deductions are not among them
 * @param payeePart its part of what networks were paid, less what the file shows it took for its
 *     network; negative for the practice that takes it for all
 * @param unseen registered patients of those of its practices whose network's money is nowhere in
 *     the statement: a company may take it
 * @param seenRate what networks whose money is in the statement have for each registered patient;
 *     null when none is
 */
public record Income(
    Scope scope,
    String code,
    String name,
    FinancialYear year,
    int practices,
    Quantity registeredList,
    Quantity weightedList,
    List<Line> lines,
    Money payeePart,
    Quantity unseen,
    @Nullable Rate seenRate) {
  public Income {
    lines = List.copyOf(lines);
  }

  /**
   * One heading.
   *
   * @param toEachPractice whether the network contract pays it to each practice
   */
  public record Line(String heading, IncomeClass from, boolean toEachPractice, Money amount) {}

  public Money of(IncomeClass incomeClass) {
    return sum(lines.stream().filter(line -> line.from() == incomeClass).toList());
  }

  /** All payments. */
  public Money total() {
    return sum(lines);
  }

  /** All payments without what only gives back what was spent. */
  public Money earned() {
    return total().minus(of(IncomeClass.REIMBURSEMENT));
  }

  /** By class, classes without a penny too. */
  public Map<IncomeClass, Money> byClass() {
    Map<IncomeClass, Money> sums = new EnumMap<>(IncomeClass.class);
    for (IncomeClass each : IncomeClass.values()) {
      if (each.isPayment()) {
        sums.put(each, of(each));
      }
    }
    return sums;
  }

  /** Its share of what is earned, 0 to 1; 0 where nothing is. Not for reimbursements. */
  public double share(IncomeClass incomeClass) {
    return earned().pence() <= 0 ? 0 : (double) of(incomeClass).pence() / earned().pence();
  }

  /** Pounds a registered patient; null without patients. */
  public @Nullable Rate perPatient(IncomeClass incomeClass) {
    return per(of(incomeClass), registeredList);
  }

  /** What leaving the network contract would take away, all else as it was. */
  public Leaving leaving() {
    List<Line> network = lines.stream().filter(line -> line.from() == IncomeClass.NETWORK).toList();
    Money participation = sum(network.stream().filter(Line::toEachPractice).toList());
    Money lost = sum(network);
    Money estimate =
        seenRate == null ? null : Money.ofPounds(seenRate.inPounds().multiply(unseen.amount()));
    return new Leaving(
        participation,
        lost.minus(participation),
        lost,
        per(lost, weightedList),
        per(participation, weightedList),
        unseen,
        estimate,
        estimate == null ? null : per(lost.plus(estimate), weightedList));
  }

  /**
   * What leaving the network contract takes away, and what the core contract would have to pay for
   * each weighted patient and year to make up for it. Staff whom the network's money pays go with
   * it, and so does what they cost; and what was paid to a company is not in the file. So this is
   * neither profit nor all of the money.
   *
   * @param participation what each practice has for taking part
   * @param throughTheNetwork its part of what the file shows was paid to networks
   * @param back both, for each weighted patient; null without any
   * @param backForParticipation participation alone, likewise
   * @param unseen registered patients whose network's money is not in the file
   * @param unseenEstimate what leaving would take from them besides, if their networks have as much
   *     for each patient as those whose money is in the file; null when there is none to go by
   * @param backWithEstimate {@code back} with that; null likewise
   */
  public record Leaving(
      Money participation,
      Money throughTheNetwork,
      Money lost,
      @Nullable Rate back,
      @Nullable Rate backForParticipation,
      Quantity unseen,
      @Nullable Money unseenEstimate,
      @Nullable Rate backWithEstimate) {
    /** Whether money that leaving would take away is known to be missing here. */
    public boolean isPartial() {
      return unseen.hundredths() > 0;
    }
  }

  public Trace trace() {
    List<Trace> classes = new ArrayList<>();
    byClass()
        .forEach(
            (from, sum) -> {
              List<Trace> parts =
                  lines.stream().filter(line -> line.from() == from).map(this::trace).toList();
              if (!parts.isEmpty()) {
                classes.add(
                    Trace.made(
                        from.words(),
                        sum.toString(),
                        "sum of %d lines".formatted(parts.size()),
                        parts));
              }
            });
    return Trace.made(
        "paid to %s in %s".formatted(name, year),
        total().toString(),
        "sum of all payments",
        classes);
  }

  private Trace trace(Line line) {
    return line.from() == IncomeClass.NETWORK && !line.toEachPractice()
        ? Trace.made(
            line.heading(),
            line.amount().toString(),
            "what the file shows for its network, shared by registered list",
            List.of())
        : Trace.given(line.heading(), line.amount().toString());
  }

  private static Money sum(List<Line> lines) {
    return lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
  }

  /** Pounds for each; null without any. */
  static @Nullable Rate per(Money amount, Quantity patients) {
    if (patients.hundredths() <= 0) {
      return null;
    }
    BigDecimal pounds = amount.inPounds().divide(patients.amount(), 6, RoundingMode.HALF_UP);
    return Rate.ofPounds(pounds);
  }
}
