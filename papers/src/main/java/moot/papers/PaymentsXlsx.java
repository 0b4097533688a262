package moot.papers;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.pricing.Entitlement;
import moot.funding.pricing.LeftOut;
import moot.funding.pricing.PaymentLine;
import moot.funding.terms.Nature;
import org.dhatim.fastexcel.Workbook;

/** {@code payments.xlsx}: the same for people who work in spreadsheets. Amounts in pounds. */
public final class PaymentsXlsx {
  /** A sheet holds 1,048,576 rows; a place has some thousands, all of England near a million. */
  private static final int MOST_LINES = 1_000_000;

  private PaymentsXlsx() {}

  /** Leaves the stream open. */
  public static void write(Funded funded, OutputStream out) throws IOException {
    Workbook workbook = new Workbook(out, "Moot", null);
    summary(funded, new Sheet(workbook, "Summary"));
    payees(funded, new Sheet(workbook, "Payees"));
    payments(funded, new Sheet(workbook, "Payments"));
    leftOut(funded.leftOut(), new Sheet(workbook, "Left out"));
    sources(funded, new Sheet(workbook, "Sources"));
    workbook.finish();
  }

  private static void summary(Funded funded, Sheet sheet) throws IOException {
    sheet.columns(
        Sheet.Column.of("Term", 48),
        Sheet.Column.of("Contract", 28),
        Sheet.Column.of("Nature", 12),
        Sheet.Column.of("Amount, £", 18),
        Sheet.Column.of("Payees", 10),
        Sheet.Column.of("Mark", 8),
        Sheet.Column.of("How sure", 56),
        Sheet.Column.of("Less sure than the rates", 48));
    for (FundingSummary.TermLine line : FundingSummary.terms(funded)) {
      sheet.row(
          line.title(),
          line.contract(),
          line.nature(),
          pounds(new Money(line.amount())),
          line.payees(),
          line.mark(),
          Mark.find(line.mark()).map(Mark::words).orElse(""),
          String.join("; ", line.doubts()));
    }
    sheet.row();
    sum(sheet, "Paid", funded.total(Nature.PAID), funded.findMark(Nature.PAID));
    sum(
        sheet,
        "At most, against claims",
        funded.total(Nature.AT_MOST),
        funded.findMark(Nature.AT_MOST));
    sum(
        sheet,
        "Allowance of the commissioner",
        funded.total(Nature.ALLOWANCE),
        funded.findMark(Nature.ALLOWANCE));
    sum(
        sheet,
        "Arrears from rates %s to rates %s".formatted(funded.arrearsFrom(), funded.arrearsTo()),
        funded.arrearsTotal(),
        funded.findArrearsMark());
    sheet.row();
    sheet.row("Place", funded.place().name());
    sheet.row("Year", funded.year().toString());
    sheet.row("Rates", funded.as());
    sheet.row("Changes of membership", funded.rule().inWords());
    for (String remark : funded.toKnow()) {
      sheet.row(remark);
    }
    sheet.finish();
  }

  private static void sum(Sheet sheet, String what, Money amount, Optional<Mark> mark) {
    sheet.row(
        what,
        null,
        null,
        pounds(amount),
        null,
        mark.map(Mark::sign).orElse(null),
        mark.map(Mark::words).orElse(null));
  }

  private static void payees(Funded funded, Sheet sheet) throws IOException {
    sheet.columns(
        Sheet.Column.of("Payee", 14),
        Sheet.Column.of("Name", 56),
        Sheet.Column.of("Paid, £", 18),
        Sheet.Column.of("At most, £", 18),
        Sheet.Column.of("Allowance, £", 18),
        Sheet.Column.of("Mark", 8),
        Sheet.Column.of("Less sure than the rates", 48),
        Sheet.Column.of("Arrears, £", 18),
        Sheet.Column.of("Mark of arrears", 14));
    for (FundingSummary.PayeeLine line : FundingSummary.payees(funded)) {
      sheet.row(
          line.payee(),
          line.name(),
          pounds(new Money(line.paid())),
          pounds(new Money(line.atMost())),
          pounds(new Money(line.allowance())),
          line.mark(),
          String.join("; ", line.doubts()),
          pounds(new Money(line.arrears())),
          line.arrearsMark());
    }
    sheet.finish();
  }

  private static void payments(Funded funded, Sheet sheet) throws IOException {
    sheet.columns(
        Sheet.Column.of("Month", 10),
        Sheet.Column.of("Payer", 16),
        Sheet.Column.of("Payee", 14),
        Sheet.Column.of("Term", 44),
        Sheet.Column.of("Basis", 20),
        Sheet.Column.of("Quantity", 14),
        Sheet.Column.of("Rate, £", 12),
        Sheet.Column.of("Amount, £", 16),
        Sheet.Column.of("Source", 20),
        Sheet.Column.of("Mark", 8),
        Sheet.Column.of("Less sure than the rate", 40));
    int written = 0;
    for (Entitlement entitlement : funded.entitlements()) {
      for (PaymentLine line : entitlement.lines()) {
        if (written++ == MOST_LINES) {
          sheet.row("The rest is in payments.csv: a sheet holds no more.");
          sheet.finish();
          return;
        }
        sheet.row(
            line.month().toString(),
            line.payer(),
            line.payee().code(),
            line.term().title(),
            line.term().formula().basis().words(),
            line.quantity().amount().doubleValue(),
            line.rate().inPounds().doubleValue(),
            pounds(line.amount()),
            String.join("; ", line.sources()),
            line.mark().sign(),
            String.join("; ", line.doubts()));
      }
    }
    sheet.finish();
  }

  private static void leftOut(List<LeftOut> leftOut, Sheet sheet) throws IOException {
    sheet.columns(
        Sheet.Column.of("Term", 44), Sheet.Column.of("Payee", 40), Sheet.Column.of("Why", 90));
    for (LeftOut left : leftOut) {
      sheet.row(left.term().title(), left.payee().inWords(), left.why());
    }
    sheet.finish();
  }

  private static void sources(Funded funded, Sheet sheet) throws IOException {
    sheet.columns(Sheet.Column.of("Code", 14), Sheet.Column.of("Page", 110));
    funded.sources().forEach(sheet::row);
    sheet.row();
    for (Mark mark : Mark.values()) {
      sheet.row(mark.sign(), mark.words());
    }
    sheet.finish();
  }

  private static Sheet.Pounds pounds(Money money) {
    return new Sheet.Pounds(money);
  }
}
