package moot.register.published;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import moot.register.Fact;
import moot.register.ListKind;
import moot.register.PartyKind;
import moot.register.PracticeCode;
import moot.register.RelationKind;
import moot.register.Span;
import moot.register.reading.Column;
import moot.register.reading.DateRule;
import moot.register.reading.FactSink;
import moot.register.reading.Layout;
import moot.register.reading.Problems;
import moot.register.reading.Row;
import moot.register.reading.RowParser;
import moot.register.reading.TableKind;

/**
 * PCN adjusted population by practice, published with the network contract each year: the list and
 * the adjusted population on 1 January, and the network on that day. The day stands in the heading
 * {@code PCN member January 25}; {@code no_data} means none; the last row is a grand total.
 */
final class AdjustedPopulation implements TableKind {
  private static final Column PRACTICE = Column.required("Practice Code");
  private static final Column NAME = Column.optional("Practice Name");
  private static final Column NETWORK = Column.required("PCN Code");
  private static final Column NETWORK_NAME = Column.optional("PCN Name");
  private static final Column BOARD = Column.optional("ICB Code");
  private static final Column BOARD_NAME = Column.optional("ICB Name");
  private static final Column LIST = Column.required("Raw list size");
  private static final Column ADJUSTED = Column.required("Adjusted Population");
  private static final Column MEMBER = Column.optional("PCN member*");

  private static final Pattern MEMBER_ON =
      Pattern.compile("PCN member ([A-Z]+) ([0-9]{2}|[0-9]{4})", Pattern.CASE_INSENSITIVE);
  private static final DateTimeFormatter MONTH =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("d MMMM uuuu")
          .toFormatter(Locale.UK);

  @Override
  public String title() {
    return "PCN adjusted population";
  }

  @Override
  public int order() {
    return 41;
  }

  @Override
  public Layout layout() {
    return Layout.headed(
        PRACTICE, NAME, NETWORK, NETWORK_NAME, BOARD, BOARD_NAME, LIST, ADJUSTED, MEMBER);
  }

  @Override
  public DateRule dates() {
    return DateRule.inHeadings(AdjustedPopulation::day);
  }

  private static Optional<LocalDate> day(List<String> headings) {
    for (String heading : headings) {
      Matcher member = MEMBER_ON.matcher(heading);
      if (member.matches()) {
        String year = member.group(2).length() == 2 ? "20" + member.group(2) : member.group(2);
        try {
          return Optional.of(LocalDate.parse("1 " + member.group(1) + " " + year, MONTH));
        } catch (DateTimeParseException e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public RowParser open(LocalDate asOf, FactSink facts, Problems problems) {
    NoSecond noSecond = new NoSecond("practice");
    Bystanders bystanders = new Bystanders(asOf, facts);
    Span day = Span.between(asOf, asOf);
    return row -> {
      if (row.areBlank(PRACTICE, NAME, NETWORK)) {
        row.note(LIST, "a grand total, not a practice, was left out");
        return;
      }
      PracticeCode practice = row.practice(PRACTICE);
      Integer list = row.patients(LIST);
      Double adjusted = row.patientsOnAverage(ADJUSTED);
      if (practice == null || !noSecond.isFirst(row, PRACTICE, practice.value())) {
        return;
      }
      String code = practice.value();
      facts.accept(
          new Fact.Party(
              PartyKind.PRACTICE, code, nameWithoutCode(row, code), null, null, Span.seenOn(asOf)));
      if (list != null) {
        facts.accept(new Fact.PatientList(practice, ListKind.REGISTERED, list, day));
      }
      if (adjusted != null) {
        facts.accept(new Fact.PatientList(practice, ListKind.ADJUSTED, adjusted, day));
      }
      String network = unlessNoData(row, NETWORK, "a network code", "U89141");
      facts.accept(new Fact.Relation(RelationKind.MEMBER_OF, code, network, Span.seenOn(asOf)));
      if (network != null) {
        bystanders.party(row, NETWORK_NAME, PartyKind.NETWORK, network, row.name(NETWORK_NAME));
      }
      String board = unlessNoData(row, BOARD, "a board's code", "QHM");
      if (board != null) {
        facts.accept(
            new Fact.Relation(RelationKind.PRACTICE_IN_BOARD, code, board, Span.seenOn(asOf)));
        bystanders.party(row, BOARD_NAME, PartyKind.BOARD, board, row.name(BOARD_NAME));
      }
    };
  }

  private static @org.jspecify.annotations.Nullable String unlessNoData(
      Row row, Column column, String what, String example) {
    if (row.text(column).equalsIgnoreCase("no_data")) {
      row.note(column, "taken as none");
      return null;
    }
    return row.codeIfAny(column, what, example);
  }

  /** Some names are published with the code behind them in brackets. */
  private static @org.jspecify.annotations.Nullable String nameWithoutCode(Row row, String code) {
    String name = row.name(NAME);
    String suffix = " (" + code + ")";
    return name != null && name.endsWith(suffix)
        ? name.substring(0, name.length() - suffix.length())
        : name;
  }
}
