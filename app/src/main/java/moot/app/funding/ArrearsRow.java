package moot.app.funding;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.pricing.Arrears;
import moot.funding.terms.Term;
import moot.papers.Funded;
import org.jspecify.annotations.Nullable;

/**
 * What is owed for a term since its rate was changed.
 *
 * @param from the first month that it is owed for
 * @param paidWith when it can be paid at the earliest; null when no rate was announced later
 * @param doubts why it is less sure than the rates, in words
 */
public record ArrearsRow(
    String contract,
    Term term,
    YearMonth from,
    YearMonth to,
    @Nullable YearMonth paidWith,
    int payees,
    Money amount,
    Mark mark,
    List<String> doubts) {

  private record Owed(Term term, @Nullable YearMonth paidWith) {}

  /**
   * @param payee of whom alone; null for all of the place
   */
  static List<ArrearsRow> list(Funded funded, @Nullable String payee) {
    List<ArrearsRow> rows = new ArrayList<>();
    for (int i = 0; i < funded.arrears().size(); i++) {
      String contract = funded.priced().get(i).pack().title();
      Arrears all = funded.arrears().get(i);
      Map<Owed, List<Arrears.Line>> owed = new LinkedHashMap<>();
      for (Arrears.Line line : payee == null ? all.lines() : all.of(payee).lines()) {
        owed.computeIfAbsent(new Owed(line.term(), line.paidWith()), o -> new ArrayList<>())
            .add(line);
      }
      owed.forEach((what, lines) -> rows.add(row(contract, what, lines)));
    }
    return rows;
  }

  private static ArrearsRow row(String contract, Owed what, List<Arrears.Line> lines) {
    Arrears those = new Arrears(lines);
    return new ArrearsRow(
        contract,
        what.term(),
        lines.stream().map(Arrears.Line::month).min(YearMonth::compareTo).orElseThrow(),
        lines.stream().map(Arrears.Line::month).max(YearMonth::compareTo).orElseThrow(),
        what.paidWith(),
        (int) lines.stream().map(line -> line.payee().code()).distinct().count(),
        those.total(),
        those.findMark().orElseThrow(),
        lines.stream().flatMap(line -> line.doubts().stream()).distinct().toList());
  }

  static Money total(List<ArrearsRow> rows) {
    return rows.stream().map(ArrearsRow::amount).reduce(Money.ZERO, Money::plus);
  }
}
