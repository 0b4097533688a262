package moot.register.published;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import moot.register.Fact;
import moot.register.ListKind;
import moot.register.NetworkCode;
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
 * the year's end are listed too.)
 *
 * <p>It is read for two purposes. The register takes lists, contracts and payments, but not the
 * networks: in some years their columns are mislabelled, and no day is given. A statement takes
 * whole rows, as it says of what it was paid and not who is where.
 */
public final class PaymentsToPractices implements TableKind {
  private static final Column PRACTICE = Column.required("Practice Code", "PracticeCode");
  private static final Column NAME = Column.optional("Practice Name", "PracticeName");
  private static final Column POSTCODE = Column.optional("Practice Postcode", "PracticePostcode");
  private static final Column OPENED = Column.required("Practice Open Date", "PracticeOpenDate");
  private static final Column CLOSED = Column.optional("Practice Close Date", "PracticeCloseDate");
  private static final Column REGISTERED =
      Column.required(
          "Number of Registered Patients (Last Known Figure)",
          "Number of registered patients*",
          "Average number of registered patients*",
          "NumberOfRegisteredPatients*");
  private static final Column WEIGHTED =
      Column.required(
          "Number of Weighted Patients (Last Known Figure)",
          "Number of weighted patients*",
          "Average number of weighted patients*",
          "NumberOfWeightedPatients*");
  private static final Column GLOBAL_SUM =
      Column.required("Global Sum", "GlobalSum*", "Global Sum*");
  private static final Column CONTRACT = Column.optional("Contract Type", "ContractType");
  private static final Column COMMISSIONER =
      Column.optional(
          "CCG Code", "Sub ICB Code", "Sub ICB Location Code", "Sub ICB Loc Code", "CCGCode");

  /** In 2022/23 the network's name stands under {@code CCG NAME}, so that one is looked at last. */
  private static final Column COMMISSIONER_NAME =
      Column.optional("Sub ICB Name", "Sub ICB Location Name", "Sub ICB Loc Name", "CCG Name");

  /** In 2022/23 it is headed {@code Code}. */
  private static final Column NETWORK = Column.optional("PCN Code", "Code");

  private static final Column REMARK = Column.optional("Atypical characteristics*");

  private static final Pattern NETWORK_CODE = Pattern.compile("U[0-9]{4,6}");

  private final @Nullable Consumer<PaidPractice> statement;

  /** Read for the register. */
  PaymentsToPractices() {
    this(null);
  }

  private PaymentsToPractices(@Nullable Consumer<PaidPractice> statement) {
    this.statement = statement;
  }

  /**
   * Read as a statement of what was paid.
   *
   * @param statement takes each practice once; rows in which something is wrong are not given to it
   */
  public static PaymentsToPractices toStatement(Consumer<PaidPractice> statement) {
    return new PaymentsToPractices(statement);
  }

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
        PRACTICE,
        NAME,
        POSTCODE,
        OPENED,
        CLOSED,
        REGISTERED,
        WEIGHTED,
        GLOBAL_SUM,
        CONTRACT,
        COMMISSIONER,
        COMMISSIONER_NAME,
        NETWORK,
        REMARK);
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
      LocalDate end = year.to();
      if (!row.isBlank(CONTRACT) && end != null) {
        facts.accept(new Fact.CoreContract(practice, row.text(CONTRACT), null, end));
      }
      List<PaidPractice.Line> paid = new ArrayList<>();
      for (int place : lines) {
        PaidPractice.Line line = payment(row, place);
        if (line != null) {
          paid.add(line);
          facts.accept(new Fact.Payment(practice, line.heading(), line.pence(), year));
        }
      }
      if (statement != null) {
        statement.accept(paidPractice(row, practice, registered, weighted, year, paid));
      }
    };
  }

  private static PaidPractice paidPractice(
      Row row,
      PracticeCode practice,
      @Nullable Double registered,
      @Nullable Double weighted,
      Span year,
      List<PaidPractice.Line> paid) {
    String name = row.name(NAME);
    String network = row.text(NETWORK);
    boolean inNetwork = NETWORK_CODE.matcher(network).matches();
    return new PaidPractice(
        practice,
        name == null ? practice.value() : name,
        orNull(row.text(CONTRACT)),
        orNull(row.text(COMMISSIONER)),
        row.name(COMMISSIONER_NAME),
        inNetwork ? new NetworkCode(network) : null,
        inNetwork ? networkName(row) : null,
        row.dateIfAny(OPENED),
        row.dateIfAny(CLOSED),
        registered,
        weighted,
        orNull(row.text(REMARK).replace('|', ' ').replaceAll("\\s+", " ").strip()),
        year,
        paid);
  }

  /** In every year it stands right of the code, if under different headings. */
  private static @Nullable String networkName(Row row) {
    List<String> headings = row.header().headings();
    for (int i = 0; i + 1 < headings.size(); i++) {
      if (NETWORK.name().equalsIgnoreCase(headings.get(i))
          || "Code".equalsIgnoreCase(headings.get(i))) {
        return orNull(row.cell(i + 1));
      }
    }
    return null;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
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

  private static PaidPractice.@Nullable Line payment(Row row, int place) {
    @Nullable BigDecimal pounds = row.exactNumber(place);
    if (pounds == null || pounds.signum() == 0) {
      return null;
    }
    BigDecimal pence = pounds.movePointRight(2).setScale(0, RoundingMode.HALF_UP);
    if (pence.precision() > 15) {
      row.error(GLOBAL_SUM, "expected pounds and pence", "Maybe the columns are shifted?");
      return null;
    }
    return new PaidPractice.Line(row.header().headings().get(place), pence.longValueExact());
  }

  /** From the global sum to the right, without the averages per patient. */
  private static List<Integer> paymentColumns(Row row) {
    List<String> headings = row.header().headings();
    List<Integer> places = new ArrayList<>();
    boolean begun = false;
    for (int i = 0; i < headings.size(); i++) {
      String heading = headings.get(i).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
      begun |= heading.equals("globalsum");
      if (begun && !heading.isEmpty() && !heading.startsWith("averagepayments")) {
        places.add(i);
      }
    }
    return places;
  }
}
