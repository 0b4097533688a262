package moot.register.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import moot.register.CouncilCode;
import moot.register.LsoaCode;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.register.Position;
import moot.register.Postcode;
import moot.register.PracticeCode;
import moot.register.Wgs84;
import org.jspecify.annotations.Nullable;

/**
 * One row, asked by column. What is not as it should be is put on the list of problems, and null is
 * returned; the asking goes on, so that all of it is listed at once.
 */
public final class Row {
  private static final int LARGEST_LIST = 999_999;
  private static final int LONGEST_NAME = 300;
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,39}");
  private static final Pattern AREA = Pattern.compile("[A-Z][0-9]{8}|9[5-9][A-Z0-9]{2,8}");
  private static final Pattern THOUSANDS = Pattern.compile("-?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?");

  private static final Pattern UNPRINTABLE = Pattern.compile("[\\s\\p{Cntrl}]+");

  private final Header header;
  private final long line;
  private final List<String> cells;
  private final Problems problems;

  Row(Header header, long line, List<String> cells, Problems problems) {
    this.header = header;
    this.line = line;
    this.cells = cells;
    this.problems = problems;
  }

  public long line() {
    return line;
  }

  public Header header() {
    return header;
  }

  /** Whether the file has this column at all. */
  public boolean has(Column column) {
    return header.has(column);
  }

  /** What stands there without spaces round it, or "" where nothing does. */
  public String text(Column column) {
    return cell(header.place(column));
  }

  /** What stands in a column by its place, counted from 0. */
  public String cell(int place) {
    if (place < 0 || place >= cells.size()) {
      return "";
    }
    String cell = cells.get(place);
    return cell.indexOf('\u00a0') < 0 ? cell.strip() : cell.replace('\u00a0', ' ').strip();
  }

  public boolean isBlank(Column column) {
    return text(column).isEmpty();
  }

  /** Whether nothing stands in any of these columns. */
  public boolean areBlank(Column... columns) {
    for (Column column : columns) {
      if (!isBlank(column)) {
        return false;
      }
    }
    return true;
  }

  /** A name on one line; null where there is none. */
  public @Nullable String name(Column column) {
    String text = UNPRINTABLE.matcher(text(column)).replaceAll(" ");
    if (text.length() > LONGEST_NAME) {
      error(
          column,
          "expected at most %d characters".formatted(LONGEST_NAME),
          "Maybe a quote is missing, so that columns ran together?");
      return null;
    }
    return text.isEmpty() ? null : text;
  }

  /** A code that must be there. */
  public @Nullable String code(Column column, String what, String example) {
    String text = text(column);
    if (text.isEmpty()) {
      error(
          column,
          "expected %s such as %s".formatted(what, example),
          "Maybe the row is a total or a remark?");
      return null;
    }
    return checkedCode(column, text, what, example);
  }

  /** A code, or null where there is none. */
  public @Nullable String codeIfAny(Column column, String what, String example) {
    String text = text(column);
    return text.isEmpty() ? null : checkedCode(column, text, what, example);
  }

  private @Nullable String checkedCode(Column column, String text, String what, String example) {
    if (!CODE.matcher(text).matches()) {
      error(
          column,
          "expected %s such as %s: letters and digits, at most 40".formatted(what, example),
          "Maybe the columns are shifted?");
      return null;
    }
    return text;
  }

  public @Nullable PracticeCode practice(Column column) {
    String code = code(column, "a practice code", "A81001");
    return code == null ? null : new PracticeCode(code);
  }

  public @Nullable NetworkCode networkIfAny(Column column) {
    String code = codeIfAny(column, "a network code", "U89141");
    return code == null ? null : new NetworkCode(code);
  }

  public @Nullable CouncilCode councilIfAny(Column column) {
    String code = codeIfAny(column, "a council code", "E06000004");
    return code == null ? null : new CouncilCode(code);
  }

  public @Nullable PlaceCode placeIfAny(Column column) {
    String code = codeIfAny(column, "a place code", "QNC");
    return code == null ? null : new PlaceCode(code);
  }

  /**
   * The code of a lower layer super output area, or of its like outside England and Wales ({@code
   * L99999999} stands for the Channel Islands).
   */
  public @Nullable LsoaCode area(Column column) {
    String text = text(column);
    if (!AREA.matcher(text).matches()) {
      error(
          column,
          "expected the code of an LSOA such as E01033477",
          "Maybe the columns are shifted?");
      return null;
    }
    return new LsoaCode(text);
  }

  /** A number of patients that must be there: whole, 0 to 999,999. */
  public @Nullable Integer patients(Column column) {
    if (isBlank(column)) {
      error(column, "expected a number of patients", "Maybe the list was not counted on that day?");
      return null;
    }
    Double number = patientsOnAverage(column);
    if (number == null) {
      return null;
    }
    if (number != Math.rint(number)) {
      error(
          column,
          "expected a whole number of patients",
          "Maybe it is an average or a weighted list?");
      return null;
    }
    return number.intValue();
  }

  /** A number of patients that may have decimals, 0 to 999,999; null where there is none. */
  public @Nullable Double patientsOnAverage(Column column) {
    Double number = number(column);
    if (number == null) {
      return null;
    }
    if (number < 0 || number > LARGEST_LIST) {
      error(
          column,
          "expected a number of patients from 0 to %,d".formatted(LARGEST_LIST),
          number < 0
              ? "Maybe it is a change against an earlier count?"
              : "Maybe a telephone number or a total stands in its place?");
      return null;
    }
    return number;
  }

  /** A number; null where there is none. */
  public @Nullable Double number(Column column) {
    BigDecimal exact = exactNumber(text(column), column.name());
    return exact == null ? null : Double.valueOf(exact.doubleValue());
  }

  /** A number by the place of its column, counted from 0; null where there is none. */
  public @Nullable BigDecimal exactNumber(int place) {
    return exactNumber(cell(place), header.headings().get(place));
  }

  private @Nullable BigDecimal exactNumber(String text, String heading) {
    if (text.isEmpty()) {
      return null;
    }
    String plain = THOUSANDS.matcher(text).matches() ? text.replace(",", "") : text;
    try {
      // The length guard keeps 1e999999999 and a megabyte of digits from costing anything.
      if (plain.length() <= 40) {
        BigDecimal number = new BigDecimal(plain);
        if (Math.abs((long) number.scale()) <= 40) {
          return number;
        }
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    problems.error(line, heading, text, "expected a number", "Maybe the columns are shifted?");
    return null;
  }

  /** A day that must be there. */
  public @Nullable LocalDate date(Column column) {
    if (isBlank(column)) {
      error(column, "expected a date", "Maybe the columns are shifted?");
      return null;
    }
    return dateIfAny(column);
  }

  /** A day, or null where there is none. */
  public @Nullable LocalDate dateIfAny(Column column) {
    String text = text(column);
    if (text.isEmpty()) {
      return null;
    }
    Optional<LocalDate> date = Dates.find(text);
    if (date.isEmpty()) {
      error(
          column,
          "expected a date such as 20250131, 2025-01-31, 31/01/2025 or 31Jan2025",
          "Maybe day and month are swapped?");
    }
    return date.orElse(null);
  }

  /** A postcode, or null where there is none; one of another form is only warned about. */
  public @Nullable Postcode postcodeIfAny(Column column) {
    String text = text(column);
    if (text.isEmpty()) {
      return null;
    }
    Optional<Postcode> postcode = Postcode.find(text);
    if (postcode.isEmpty()) {
      warning(
          column,
          "expected a postcode such as ST16 3SR; the row is taken without it",
          "Maybe it is of another country, or a letter O stands where a zero should?");
    }
    return postcode.orElse(null);
  }

  /** A point on the National Grid; null where neither number is there. */
  public @Nullable Position positionIfAny(Column easting, Column northing) {
    if (areBlank(easting, northing)) {
      return null;
    }
    Double east = number(easting);
    Double north = number(northing);
    if (isBlank(easting) || isBlank(northing)) {
      Column blank = isBlank(easting) ? easting : northing;
      error(blank, "expected metres, as the other coordinate is there", "Maybe a cell was lost?");
    }
    if (east == null || north == null) {
      return null;
    }
    if (east < 0 || east > 700_000) {
      error(easting, "expected 0 to 700,000 metres", hint(east));
      return null;
    }
    if (north < 0 || north > 1_300_000) {
      error(northing, "expected 0 to 1,300,000 metres", hint(north));
      return null;
    }
    return new Position(east, north);
  }

  private static String hint(double metres) {
    return Math.abs(metres) < 180
        ? "Maybe they are degrees of longitude and latitude?"
        : "Maybe easting and northing are swapped?";
  }

  /** A point given in degrees (WGS 84); null where neither number is there. */
  public @Nullable Position positionFromDegreesIfAny(Column latitude, Column longitude) {
    if (areBlank(latitude, longitude)) {
      return null;
    }
    Double lat = number(latitude);
    Double lon = number(longitude);
    if (lat == null || lon == null) {
      if (isBlank(latitude) || isBlank(longitude)) {
        error(
            isBlank(latitude) ? latitude : longitude,
            "expected degrees, as the other coordinate is there",
            "Maybe a cell was lost?");
      }
      return null;
    }
    if (!(lat >= 49 && lat <= 62 && lon >= -10 && lon <= 4)) {
      error(
          lat >= 49 && lat <= 62 ? longitude : latitude,
          "expected a latitude from 49 to 62 and a longitude from −10 to 4",
          "Maybe the two are swapped?");
      return null;
    }
    return Wgs84.position(lat, lon);
  }

  public void error(Column column, String says, String maybe) {
    problems.error(line, column.name(), text(column), says, maybe);
  }

  public void warning(Column column, String says, String maybe) {
    problems.warning(line, column.name(), text(column), says, maybe);
  }

  /** A warning that many rows may share with the same value. */
  public void warningInMany(Column column, String says, String maybe) {
    problems.warningInMany(line, column.name(), text(column), says, maybe);
  }

  /** An oddity that was dealt with. */
  public void note(Column column, String says) {
    problems.note(line, column.name(), text(column), says);
  }
}
