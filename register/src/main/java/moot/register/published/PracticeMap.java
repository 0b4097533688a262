package moot.register.published;

import java.time.LocalDate;
import java.util.Set;
import moot.register.Fact;
import moot.register.PartyKind;
import moot.register.Position;
import moot.register.Postcode;
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
 * Patients registered at a GP practice, mapping file ({@code gp-reg-pat-prac-map.csv}): practice,
 * network, sub-ICB location, board and region on one day. Some systems publish an extract of it
 * with the coordinates of the sites.
 *
 * <p>It says who was in which network on that day, not since when, and nothing about the days
 * before. Network code {@code U} means none.
 */
final class PracticeMap implements TableKind {
  private static final Column DATE = Column.required("EXTRACT_DATE");
  private static final Column PRACTICE = Column.required("PRACTICE_CODE");
  private static final Column NAME = Column.optional("PRACTICE_NAME");
  private static final Column POSTCODE = Column.optional("PRACTICE_POSTCODE");
  private static final Column NETWORK = Column.required("PCN_CODE");
  private static final Column NETWORK_NAME = Column.optional("PCN_NAME");
  private static final Column SUB_LOCATION = Column.required("SUB_ICB_LOCATION_CODE");
  private static final Column SUB_LOCATION_NAME = Column.optional("SUB_ICB_LOCATION_NAME");
  private static final Column BOARD = Column.required("ICB_CODE");
  private static final Column BOARD_NAME = Column.optional("ICB_NAME");
  private static final Column REGION = Column.optional("COMM_REGION_CODE");
  private static final Column REGION_NAME = Column.optional("COMM_REGION_NAME");
  private static final Column LATITUDE = Column.optional("Latitude", "latitude_1m");
  private static final Column LONGITUDE = Column.optional("Longitude", "longitude_1m");

  /** Codes that stand for "in no network". */
  static final Set<String> NO_NETWORK = Set.of("U", "NO_DATA", "UNALLOCATED", "NONE", "-");

  @Override
  public String title() {
    return "practices, networks and boards on a day (gp-reg-pat-prac-map)";
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public Layout layout() {
    return Layout.headed(
        DATE,
        PRACTICE,
        NAME,
        POSTCODE,
        NETWORK,
        NETWORK_NAME,
        SUB_LOCATION,
        SUB_LOCATION_NAME,
        BOARD,
        BOARD_NAME,
        REGION,
        REGION_NAME,
        LATITUDE,
        LONGITUDE);
  }

  @Override
  public DateRule dates() {
    return DateRule.stated(DATE);
  }

  @Override
  public RowParser open(LocalDate asOf, FactSink facts, Problems problems) {
    NoSecond noSecond = new NoSecond("practice");
    Bystanders bystanders = new Bystanders(asOf, facts);
    Span day = Span.seenOn(asOf);
    return row -> {
      PracticeCode practice = row.practice(PRACTICE);
      row.date(DATE);
      if (practice == null || !noSecond.isFirst(row, PRACTICE, practice.value())) {
        return;
      }
      String code = practice.value();
      facts.accept(new Fact.Party(PartyKind.PRACTICE, code, row.name(NAME), null, null, day));
      network(row, code, day, facts, bystanders);

      String sub = row.codeIfAny(SUB_LOCATION, "a sub-ICB location's code", "16C");
      String board = row.codeIfAny(BOARD, "a board's code", "QHM");
      String region = row.codeIfAny(REGION, "a region's code", "Y63");
      if (sub != null) {
        facts.accept(new Fact.Relation(RelationKind.PRACTICE_IN_SUB_LOCATION, code, sub, day));
      }
      if (board != null) {
        facts.accept(new Fact.Relation(RelationKind.PRACTICE_IN_BOARD, code, board, day));
      }
      bystanders.party(
          row, SUB_LOCATION_NAME, PartyKind.SUB_LOCATION, sub, row.name(SUB_LOCATION_NAME));
      bystanders.party(row, BOARD_NAME, PartyKind.BOARD, board, row.name(BOARD_NAME));
      bystanders.party(row, REGION_NAME, PartyKind.REGION, region, row.name(REGION_NAME));
      bystanders.relation(row, BOARD, RelationKind.SUB_LOCATION_IN_BOARD, sub, board);
      bystanders.relation(row, REGION, RelationKind.BOARD_IN_REGION, board, region);

      Postcode postcode = row.postcodeIfAny(POSTCODE);
      Position position = row.positionFromDegreesIfAny(LATITUDE, LONGITUDE);
      if (postcode != null || position != null) {
        facts.accept(new Fact.Site(practice, postcode, position, asOf));
      }
    };
  }

  private static void network(
      Row row, String practice, Span day, FactSink facts, Bystanders bystanders) {
    if (NO_NETWORK.contains(row.text(NETWORK).toUpperCase(java.util.Locale.ROOT))) {
      row.note(NETWORK, "taken as being in no network");
      facts.accept(new Fact.Relation(RelationKind.MEMBER_OF, practice, null, day));
      return;
    }
    String network = row.code(NETWORK, "a network code, or U for none,", "U89141");
    if (network != null) {
      facts.accept(new Fact.Relation(RelationKind.MEMBER_OF, practice, network, day));
      bystanders.party(row, NETWORK_NAME, PartyKind.NETWORK, network, row.name(NETWORK_NAME));
    }
  }
}
