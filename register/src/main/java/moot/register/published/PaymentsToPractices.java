package moot.register.published;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import moot.register.Fact;
import moot.register.ListKind;
import moot.register.PartyKind;
import moot.register.Postcode;
import moot.register.PracticeCode;
import moot.register.Span;
import moot.register.Status;
import moot.register.reading.Column;
import moot.register.reading.DateRule;
import moot.register.reading.FactSink;
import moot.register.reading.Layout;
import moot.register.reading.Problems;
import moot.register.reading.Row;
import moot.register.reading.RowParser;
import moot.register.reading.TableKind;
import org.jspecify.annotations.Nullable;

/**
 * NHS Payments to General Practice, by practice and financial year: the year's average registered
 * and weighted list, and what was paid under each heading. Headings differ from year to year; what
 * stands from {@code Global Sum} on is taken under its own heading.
 *
 * <p>The file names no year. It lists the practices that opened, up to its end, and in every year
 * some do: the financial year of the latest opening is taken. (Closures do not help; those after
 * the year's end are listed too.) Networks are not taken from it: in some years their columns are
 * mislabelled, and no day is given.
 */
final class PaymentsToPractices implements TableKind {
  private static final Column PRACTICE = Column.required("Practice Code");
  private static final Column NAME = Column.optional("Practice Name");
  private static final Column POSTCODE = Column.optional("Practice Postcode");
  private static final Column OPENED = Column.required("Practice Open Date");
  private static final Column CLOSED = Column.optional("Practice Close Date");
  private static final Column REGISTERED =
      Column.required(
          "Number of Registered Patients (Last Known Figure)", "Number of registered patients*");
  private static final Column WEIGHTED =
      Column.required(
          "Number of Weighted Patients (Last Known Figure)", "Number of weighted patients*");
  private static final Column GLOBAL_SUM = Column.required("Global Sum");

  @Override
  public String title() {
    return "NHS Payments to General Practice";
  }

  @Override
  public int order() {
    return 42;
  }

  @Override
  public Layout layout() {
    return Layout.headed(
        PRACTICE, NAME, POSTCODE, OPENED, CLOSED, REGISTERED, WEIGHTED, GLOBAL_SUM);
  }

  @Override
  public DateRule dates() {
    return DateRule.latestOf(OPENED);
  }

  /** The year's figures are not known before the year is over. */
  @Override
  public LocalDate knownFrom(LocalDate asOf) {
    LocalDate end = financialYear(asOf).to();
    return end == null ? asOf : end.plusDays(1);
  }

  static Span financialYear(LocalDate day) {
    int year = day.getMonthValue() >= 4 ? day.getYear() : day.getYear() - 1;
    return Span.between(LocalDate.of(year, 4, 1), LocalDate.of(year + 1, 3, 31));
  }

  @Override
  public RowParser open(LocalDate asOf, FactSink facts, Problems problems) {
    Span year = financialYear(asOf);
    problems.note(
        0,
        null,
        null,
        "the file names no year: %d/%02d was taken, as the latest practice in it opened on %s"
            .formatted(year.from().getYear(), (year.from().getYear() + 1) % 100, asOf));
    NoSecond noSecond = new NoSecond("practice");
    List<Integer> lines = new ArrayList<>();
    return row -> {
      if (lines.isEmpty()) {
        lines.addAll(paymentColumns(row));
      }
      PracticeCode practice = row.practice(PRACTICE);
      Double registered = row.patientsOnAverage(REGISTERED);
      Double weighted = row.patientsOnAverage(WEIGHTED);
      Postcode postcode = row.postcodeIfAny(POSTCODE);
      if (practice == null || !noSecond.isFirst(row, PRACTICE, practice.value())) {
        return;
      }
      party(row, practice, facts);
      if (postcode != null) {
        facts.accept(new Fact.Site(practice, postcode, null, year.from()));
      }
      if (registered != null) {
        facts.accept(new Fact.PatientList(practice, ListKind.REGISTERED, registered, year));
      }
      if (weighted != null) {
        facts.accept(new Fact.PatientList(practice, ListKind.WEIGHTED, weighted, year));
      }
      for (int place : lines) {
        payment(row, practice, place, year, facts);
      }
    };
  }

  private static void party(Row row, PracticeCode practice, FactSink facts) {
    LocalDate opened = row.date(OPENED);
    LocalDate closed = row.dateIfAny(CLOSED);
    if (opened == null) {
      return;
    }
    if (closed != null && closed.isBefore(opened)) {
      row.warning(
          CLOSED,
          "expected a day on or after %s; the row is taken without it".formatted(opened),
          "Maybe the practice opened again under its old code?");
      closed = null;
    }
    facts.accept(
        new Fact.Party(
            PartyKind.PRACTICE,
            practice.value(),
            row.name(NAME),
            null,
            closed == null ? Status.ACTIVE : Status.CLOSED,
            Span.between(opened, closed)));
  }

  private static void payment(
      Row row, PracticeCode practice, int place, Span year, FactSink facts) {
    @Nullable BigDecimal pounds = row.exactNumber(place);
    if (pounds == null || pounds.signum() == 0) {
      return;
    }
    BigDecimal pence = pounds.movePointRight(2).setScale(0, RoundingMode.HALF_UP);
    if (pence.precision() > 15) {
      row.error(GLOBAL_SUM, "expected pounds and pence", "Maybe the columns are shifted?");
      return;
    }
    facts.accept(
        new Fact.Payment(
            practice, row.header().headings().get(place), pence.longValueExact(), year));
  }

  /** From the global sum to the right, without the averages per patient. */
  private static List<Integer> paymentColumns(Row row) {
    List<String> headings = row.header().headings();
    List<Integer> places = new ArrayList<>();
    boolean begun = false;
    for (int i = 0; i < headings.size(); i++) {
      String heading = headings.get(i).toLowerCase(Locale.ROOT);
      begun |= heading.equals("global sum");
      if (begun && !heading.isEmpty() && !heading.startsWith("average payments")) {
        places.add(i);
      }
    }
    return places;
  }
}
