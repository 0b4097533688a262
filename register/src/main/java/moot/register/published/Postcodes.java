package moot.register.published;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import moot.register.CouncilCode;
import moot.register.Fact;
import moot.register.Position;
import moot.register.Postcode;
import moot.register.reading.Column;
import moot.register.reading.DateRule;
import moot.register.reading.FactSink;
import moot.register.reading.Layout;
import moot.register.reading.Problems;
import moot.register.reading.RowParser;
import moot.register.reading.TableKind;

/**
 * Ordnance Survey Code-Point Open, one file per postcode area, ten columns without headings: where
 * each postcode is and in which district.
 */
final class Postcodes implements TableKind {
  private static final Column POSTCODE = Column.required("postcode");
  private static final Column QUALITY = Column.required("positional quality");
  private static final Column EASTING = Column.required("easting");
  private static final Column NORTHING = Column.required("northing");
  private static final Column DISTRICT = Column.required("district");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,7}");
  private static final Pattern QUALITY_CODE = Pattern.compile("[0-9]{2}");
  private static final String NO_POSITION = "90";

  @Override
  public String title() {
    return "postcodes (Code-Point Open)";
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public Layout layout() {
    return Layout.bare(
        Postcodes::isFirstRow,
        POSTCODE,
        QUALITY,
        EASTING,
        NORTHING,
        Column.required("country"),
        Column.required("NHS region"),
        Column.required("NHS area"),
        Column.required("county"),
        DISTRICT,
        Column.required("ward"));
  }

  private static boolean isFirstRow(List<String> cells) {
    return cells.size() == 10
        && Postcode.find(cells.get(0)).isPresent()
        && QUALITY_CODE.matcher(cells.get(1).strip()).matches()
        && NUMBER.matcher(cells.get(2).strip()).matches()
        && NUMBER.matcher(cells.get(3).strip()).matches();
  }

  @Override
  public DateRule dates() {
    return DateRule.notStated();
  }

  @Override
  public RowParser open(LocalDate asOf, FactSink facts, Problems problems) {
    NoSecond noSecond = new NoSecond("postcode");
    return row -> {
      if (row.text(QUALITY).equals(NO_POSITION)) {
        row.note(QUALITY, "postcodes without a position were left out");
        return;
      }
      Postcode postcode = Postcode.find(row.text(POSTCODE)).orElse(null);
      if (postcode == null) {
        row.error(
            POSTCODE,
            "expected a postcode such as ST16 3SR",
            "Maybe a letter O stands where a zero should?");
        return;
      }
      Position position = row.positionIfAny(EASTING, NORTHING);
      CouncilCode council = row.councilIfAny(DISTRICT);
      if (position == null) {
        if (row.areBlank(EASTING, NORTHING)) {
          row.error(EASTING, "expected metres", "Maybe the columns are shifted?");
        }
        return;
      }
      if (noSecond.isFirst(row, POSTCODE, postcode.value())) {
        facts.accept(new Fact.PostcodePoint(postcode, position, council, asOf));
      }
    };
  }
}
