package moot.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import moot.formation.FormingPractice;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.register.Position;
import moot.register.PracticeCode;
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
 * The table of practices that {@code plan} is made from, one row per practice.
 *
 * <p>Needs {@code practice_code}, {@code easting}, {@code northing} and {@code list_size}; uses
 * {@code name}, {@code place_code} ({@code icb_code}), {@code place_name} ({@code icb_name}),
 * {@code network_code} ({@code pcn_code}), {@code council_code} ({@code lad_code}), {@code
 * sub_location} ({@code sub_icb_code}) and {@code need} ({@code imd}) when there. A row in which
 * something is wrong is an error.
 *
 * <p>A table with a column {@code pcn_member_…} is one that was joined from published files, and
 * treated as those deserve: rows in which it does not say Yes are left aside and counted, and so,
 * with a warning, are rows without coordinates or without a list.
 */
final class PracticesTable implements TableKind {
  private static final Column PRACTICE = Column.required("practice_code");
  private static final Column EASTING = Column.required("easting");
  private static final Column NORTHING = Column.required("northing");
  private static final Column LIST = Column.required("list_size");
  private static final Column NAME = Column.optional("name", "practice_name");
  private static final Column PLACE = Column.optional("place_code", "icb_code");
  private static final Column PLACE_NAME = Column.optional("place_name", "icb_name");
  private static final Column NETWORK = Column.optional("network_code", "pcn_code");
  private static final Column MEMBER = Column.optional("pcn_member_2025_01", "pcn_member*");
  private static final Column COUNCIL = Column.optional("council_code", "lad_code");
  private static final Column SUB_LOCATION =
      Column.optional("sub_location", "sub_location_code", "sub_icb_code");
  private static final Column NEED = Column.optional("need", "imd");

  private final PlaceCode placeIfNone;
  private final Map<PlaceCode, List<FormingPractice>> practices = new TreeMap<>();
  private final Map<PlaceCode, String> names = new HashMap<>();
  private final Set<PracticeCode> leftAside = new TreeSet<>();
  private int notMembers;
  private int incomplete;

  /**
   * @param placeIfNone the place of all rows when the table has no column of places
   */
  PracticesTable(PlaceCode placeIfNone) {
    this.placeIfNone = placeIfNone;
  }

  /** The practices of each place, as read. */
  Map<PlaceCode, List<FormingPractice>> practices() {
    return practices;
  }

  /** A place's name, or its code where no row names it. */
  String name(PlaceCode place) {
    return names.getOrDefault(place, place.value());
  }

  /** Practices of rows that were left aside. */
  Set<PracticeCode> leftAside() {
    return leftAside;
  }

  /** What was left aside, in words; empty when nothing was. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (notMembers > 0) {
      remarks.add("%,d rows left aside: not in a network".formatted(notMembers));
    }
    if (incomplete > 0) {
      remarks.add("%,d rows left aside: no coordinates or no list".formatted(incomplete));
    }
    return remarks;
  }

  @Override
  public String title() {
    return "table of practices with the columns practice_code, easting, northing and list_size";
  }

  @Override
  public int order() {
    return 0;
  }

  @Override
  public Layout layout() {
    return Layout.headed(
        PRACTICE,
        EASTING,
        NORTHING,
        LIST,
        NAME,
        PLACE,
        PLACE_NAME,
        NETWORK,
        MEMBER,
        COUNCIL,
        SUB_LOCATION,
        NEED);
  }

  @Override
  public DateRule dates() {
    return DateRule.notStated();
  }

  @Override
  public RowParser open(LocalDate asOf, FactSink facts, Problems problems) {
    return new Parser();
  }

  private final class Parser implements RowParser {
    private final Map<PracticeCode, Long> lines = new LinkedHashMap<>();

    @Override
    public void row(Row row) {
      PracticeCode practice = row.practice(PRACTICE);
      if (row.has(MEMBER) && !row.text(MEMBER).equalsIgnoreCase("yes")) {
        notMembers++;
        if (practice != null) {
          leftAside.add(practice);
        }
        return;
      }
      boolean joined = row.has(MEMBER);
      if (joined && (row.isBlank(EASTING) || row.isBlank(NORTHING) || row.isBlank(LIST))) {
        incomplete++;
        row.warning(
            PRACTICE,
            "there are no coordinates or no list, so the practice takes no part",
            "Maybe it has closed?");
        if (practice != null) {
          leftAside.add(practice);
        }
        return;
      }
      Position site = position(row);
      Integer list = row.patients(LIST);
      PlaceCode place = place(row);
      NetworkCode network = row.networkIfAny(NETWORK);
      Double need = row.number(NEED);
      var council = row.councilIfAny(COUNCIL);
      String subLocation = row.codeIfAny(SUB_LOCATION, "the code of a sub-ICB location", "05D");
      String name = row.name(NAME);
      if (practice == null || !isFirst(row, practice) || site == null || list == null) {
        return;
      }
      if (place != null) {
        practices
            .computeIfAbsent(place, p -> new ArrayList<>())
            .add(
                new FormingPractice(
                    practice,
                    name == null ? practice.value() : name,
                    site,
                    list,
                    network,
                    council,
                    subLocation,
                    need));
        String placeName = row.name(PLACE_NAME);
        if (placeName != null) {
          names.putIfAbsent(place, placeName);
        }
      }
    }

    private @Nullable Position position(Row row) {
      if (row.areBlank(EASTING, NORTHING)) {
        row.error(EASTING, "expected metres on the National Grid", "Maybe the site is not known?");
        return null;
      }
      return row.positionIfAny(EASTING, NORTHING);
    }

    private @Nullable PlaceCode place(Row row) {
      if (!row.has(PLACE)) {
        return placeIfNone;
      }
      if (row.isBlank(PLACE)) {
        row.error(
            PLACE, "expected the code of a place, as other rows have", "Maybe a cell was lost?");
        return null;
      }
      return row.placeIfAny(PLACE);
    }

    private boolean isFirst(Row row, PracticeCode practice) {
      Long line = lines.putIfAbsent(practice, row.line());
      if (line != null) {
        row.error(
            PRACTICE,
            "this practice is already in line %d; expected it once".formatted(line),
            "Maybe a row was copied, or two files were joined?");
      }
      return line == null;
    }
  }
}
