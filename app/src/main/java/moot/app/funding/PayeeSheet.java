package moot.app.funding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import moot.funding.FinancialYear;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.pricing.Entitlement;
import moot.funding.pricing.Priced;
import moot.funding.terms.Nature;
import moot.funding.terms.Pack;
import moot.papers.Funded;

/** What one practice, or whoever is paid for one network, gets in a year: each term by month. */
public record PayeeSheet(
    String code, List<Line> lines, List<ArrearsRow> arrears, List<PlaceSheet.LeftOutRow> leftOut) {

  /** What one term comes to. */
  public record Line(Pack pack, Entitlement entitlement) {}

  static PayeeSheet of(Funded funded, String code) {
    List<Line> lines = new ArrayList<>();
    for (Priced contract : funded.priced()) {
      contract.listOf(code).forEach(e -> lines.add(new Line(contract.pack(), e)));
    }
    return new PayeeSheet(
        code,
        lines,
        ArrearsRow.list(funded, code),
        PlaceSheet.leftOut(
            funded.priced().stream()
                .map(
                    contract ->
                        new Priced(
                            contract.pack(),
                            contract.rates(),
                            contract.rule(),
                            List.of(),
                            contract.leftOut().stream()
                                .filter(left -> left.payee().code().equals(code))
                                .toList()))
                .toList()));
  }

  public List<Line> listOf(Nature nature) {
    return lines.stream().filter(line -> line.entitlement().term().nature() == nature).toList();
  }

  public Money total(Nature nature) {
    return PlaceSheet.sum(listOf(nature).stream().map(Line::entitlement).toList());
  }

  /** None for a sum over nothing. */
  public Optional<Mark> findMark(Nature nature) {
    return Entitlement.findMark(listOf(nature).stream().map(Line::entitlement).toList());
  }

  public List<String> doubts(Nature nature) {
    return Entitlement.doubts(listOf(nature).stream().map(Line::entitlement).toList());
  }

  public Money owed() {
    return ArrearsRow.total(arrears);
  }

  public Optional<Mark> findOwedMark() {
    return arrears.stream().map(ArrearsRow::mark).reduce(Mark::orLessSure);
  }

  /** All that is paid with each month, April first. */
  public List<Money> months(Nature nature) {
    return IntStream.range(0, FinancialYear.MONTHS)
        .mapToObj(
            month ->
                listOf(nature).stream()
                    .map(line -> line.entitlement().months().get(month))
                    .reduce(Money.ZERO, Money::plus))
        .toList();
  }
}
