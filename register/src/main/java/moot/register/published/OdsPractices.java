package moot.register.published;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import moot.register.Fact;
import moot.register.PartyKind;
import moot.register.Postcode;
import moot.register.PracticeCode;
import moot.register.RelationKind;
import moot.register.Role;
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
 * ODS GP practices and prescribing cost centres ({@code epraccur.csv}): 27 columns without
 * headings, described by NHS England's ODS data catalogue.
 *
 * <p>States who there is, since when, whether at work, and in which sub-ICB location since when. An
 * English general practice has prescribing setting 4 and a code that does not begin with W (Welsh
 * practices are listed too).
 */
final class OdsPractices implements TableKind {
  private static final Column CODE = Column.required("organisation code");
  private static final Column NAME = Column.required("name");
  private static final Column GROUPING = Column.required("national grouping");
  private static final Column GEOGRAPHY = Column.required("high level health geography");
  private static final Column POSTCODE = Column.required("postcode");
  private static final Column OPENED = Column.required("open date");
  private static final Column CLOSED = Column.required("close date");
  private static final Column STATUS = Column.required("status code");
  private static final Column COMMISSIONER = Column.required("commissioner");
  private static final Column JOINED = Column.required("join provider/purchaser date");
  private static final Column LEFT = Column.required("left provider/purchaser date");
  private static final Column SETTING = Column.required("prescribing setting");

  private static final Pattern ODS_CODE = Pattern.compile("[A-Z0-9]{3,8}");
  private static final Pattern DAY = Pattern.compile("[0-9]{8}");
  private static final int WIDTH = 27;

  private static Column unused(int number) {
    return Column.required("column " + number);
  }

  @Override
  public String title() {
    return "ODS practices (epraccur)";
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public Layout layout() {
    return Layout.bare(
        OdsPractices::isFirstRow,
        CODE,
        NAME,
        GROUPING,
        GEOGRAPHY,
        unused(5),
        unused(6),
        unused(7),
        unused(8),
        unused(9),
        POSTCODE,
        OPENED,
        CLOSED,
        STATUS,
        unused(14),
        COMMISSIONER,
        JOINED,
        LEFT,
        unused(18),
        unused(19),
        unused(20),
        unused(21),
        unused(22),
        unused(23),
        unused(24),
        unused(25),
        SETTING,
        unused(27));
  }

  private static boolean isFirstRow(List<String> cells) {
    return cells.size() == WIDTH
        && ODS_CODE.matcher(cells.get(0).strip()).matches()
        && DAY.matcher(cells.get(10).strip()).matches()
        && cells.get(12).strip().length() == 1;
  }

  @Override
  public DateRule dates() {
    return DateRule.latestOf(OPENED, CLOSED, JOINED, LEFT).exceptWhere(STATUS, "P");
  }

  @Override
  public RowParser open(LocalDate asOf, FactSink facts, Problems problems) {
    NoSecond noSecond = new NoSecond("organisation");
    return row -> {
      PracticeCode code = row.practice(CODE);
      LocalDate opened = row.date(OPENED);
      LocalDate closed = row.dateIfAny(CLOSED);
      Status status = status(row);
      if (code == null || !noSecond.isFirst(row, CODE, code.value())) {
        return;
      }
      if (opened == null || status == null || isBackwards(row, CLOSED, opened, closed)) {
        return;
      }
      boolean generalPractice = row.text(SETTING).equals("4");
      facts.accept(
          new Fact.Party(
              PartyKind.PRACTICE,
              code.value(),
              row.name(NAME),
              generalPractice ? Role.GP_PRACTICE : Role.OTHER_PRESCRIBING_CENTRE,
              status,
              Span.between(opened, closed)));
      Postcode postcode = row.postcodeIfAny(POSTCODE);
      if (postcode != null) {
        facts.accept(new Fact.Site(code, postcode, null, asOf));
      }
      boolean english = row.text(GROUPING).startsWith("Y") && !code.value().startsWith("W");
      if (generalPractice && english) {
        belonging(row, code, status, asOf, facts);
      }
    };
  }

  private static void belonging(
      Row row, PracticeCode code, Status status, LocalDate asOf, FactSink facts) {
    String subLocation = row.codeIfAny(COMMISSIONER, "a sub-ICB location's code", "16C");
    LocalDate joined = row.dateIfAny(JOINED);
    LocalDate left = row.dateIfAny(LEFT);
    if (subLocation != null && joined != null && !isBackwards(row, LEFT, joined, left)) {
      facts.accept(
          new Fact.Relation(
              RelationKind.PRACTICE_IN_SUB_LOCATION,
              code.value(),
              subLocation,
              Span.between(joined, left)));
    }
    // What is in this column for closed practices are areas and boards of their time.
    String board = row.codeIfAny(GEOGRAPHY, "a board's code", "QHM");
    if (board != null && status == Status.ACTIVE) {
      facts.accept(
          new Fact.Relation(
              RelationKind.PRACTICE_IN_BOARD, code.value(), board, Span.seenOn(asOf)));
    }
  }

  private static boolean isBackwards(Row row, Column end, LocalDate from, @Nullable LocalDate to) {
    if (to == null || !to.isBefore(from)) {
      return false;
    }
    row.error(end, "expected a day on or after %s".formatted(from), "Maybe the two are swapped?");
    return true;
  }

  private static @Nullable Status status(Row row) {
    return switch (row.text(STATUS)) {
      case "A" -> Status.ACTIVE;
      case "C" -> Status.CLOSED;
      case "D" -> Status.DORMANT;
      case "P" -> Status.PROPOSED;
      default -> {
        row.error(
            STATUS,
            "expected A (active), C (closed), D (dormant) or P (proposed)",
            "Maybe a comma in the address shifted the columns?");
        yield null;
      }
    };
  }
}
