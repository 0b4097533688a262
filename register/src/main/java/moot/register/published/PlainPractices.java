package moot.register.published;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import moot.register.CouncilCode;
import moot.register.Fact;
import moot.register.ListKind;
import moot.register.NetworkCode;
import moot.register.PartyKind;
import moot.register.PlaceCode;
import moot.register.Position;
import moot.register.Postcode;
import moot.register.PracticeCode;
import moot.register.RelationKind;
import moot.register.Role;
import moot.register.Span;
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
 * Moot's own plain table of practices ({@code practices.csv}), one row per practice.
 *
 * <p>Needs {@code practice_code}, {@code easting}, {@code northing} and {@code list_size}; uses,
 * when there (other headings taken for the same in brackets): {@code name}, {@code postcode},
 * {@code place_code}, {@code place_name}, {@code network_code} ({@code pcn_code}), {@code
 * network_name} ({@code pcn_name}), {@code network_member} ({@code pcn_member_…}; No means in
 * none), {@code network_joined} ({@code pcn_join_date}), {@code council_code} ({@code lad_code}),
 * {@code board_code} ({@code icb_code}), {@code board_name} ({@code icb_name}), {@code
 * sub_location_code} ({@code sub_location}, {@code sub_icb_code}), {@code need} ({@code imd}),
 * {@code adjusted_population} ({@code pcn_adjusted_population_…}), {@code weighted_list_size},
 * {@code weighted_list_size_period} (such as 2022-23, with that year's average list in {@code
 * registered_2022_23}), {@code prescribing_setting}, {@code care_home_beds}, {@code contract_type}
 * (GMS, PMS, APMS), {@code out_of_hours} (yes where the practice is responsible for its patients
 * then), and {@code list_size_date} ({@code as_of}), the day of which all rows speak. For money
 * also {@code network_left} and {@code network_before}, with {@code network_joined} the days of
 * changes. Headings that are not known are left alone.
 *
 * <p>It is read for three purposes. The register takes all that a row says and bears with what is
 * missing, as another file may bring it. A plan is made from this table alone, so it needs each
 * row's coordinates, list and place ({@code place_code}, or else {@code icb_code}). A table with a
 * column {@code pcn_member_…} is one that was joined from published files, and for a plan treated
 * as those deserve: rows in which it does not say Yes are left aside, and so, with a warning, are
 * rows without coordinates or list. What practices are paid is computed from the lists of every
 * row, and needs no coordinates.
 */
public final class PlainPractices implements TableKind {
  private static final String TITLE = "plain table of practices (practices.csv)";

  private static final Column PRACTICE = Column.required("practice_code");
  private static final Column EASTING = Column.required("easting");
  private static final Column NORTHING = Column.required("northing");
  private static final Column LIST = Column.required("list_size");
  private static final Column DATE = Column.optional("list_size_date", "as_of");
  private static final Column NAME = Column.optional("name", "practice_name");
  private static final Column POSTCODE = Column.optional("postcode");
  private static final Column PLACE = Column.optional("place_code");
  private static final Column PLACE_NAME = Column.optional("place_name");
  private static final Column NETWORK = Column.optional("network_code", "pcn_code");
  private static final Column NETWORK_NAME = Column.optional("network_name", "pcn_name");
  private static final Column MEMBER = Column.optional("network_member");
  private static final Column PUBLISHED_MEMBER =
      Column.optional("pcn_member_2025_01", "pcn_member*");
  private static final Column JOINED = Column.optional("network_joined", "pcn_join_date");
  private static final Column COUNCIL = Column.optional("council_code", "lad_code");
  private static final Column BOARD = Column.optional("board_code", "icb_code");
  private static final Column BOARD_NAME = Column.optional("board_name", "icb_name");
  private static final Column SUB_LOCATION =
      Column.optional("sub_location_code", "sub_location", "sub_icb_code");
  private static final Column NEED = Column.optional("need", "imd");
  private static final Column ADJUSTED =
      Column.optional("adjusted_population", "pcn_adjusted_population*");
  private static final Column WEIGHTED = Column.optional("weighted_list_size");
  private static final Column WEIGHTED_PERIOD = Column.optional("weighted_list_size_period");
  private static final Column REGISTERED_IN_PERIOD = Column.optional("registered_2022_23");
  private static final Column SETTING = Column.optional("prescribing_setting");
  private static final Column BEDS = Column.optional("care_home_beds");
  private static final Column CONTRACT = Column.optional("contract_type");
  private static final Column OUT_OF_HOURS = Column.optional("out_of_hours");
  private static final Column LEFT = Column.optional("network_left");
  private static final Column BEFORE = Column.optional("network_before");

  /**
   * The day from which the Organisation Data Service records networks: whoever was in one before
   * has this day as the first, and it says nothing of when the practice joined.
   */
  private static final LocalDate RECORDED_SINCE = LocalDate.of(2019, 10, 1);

  private static final Layout FOR_ALL =
      Layout.headed(
          PRACTICE,
          EASTING,
          NORTHING,
          LIST,
          DATE,
          NAME,
          POSTCODE,
          PLACE,
          PLACE_NAME,
          NETWORK,
          NETWORK_NAME,
          MEMBER,
          PUBLISHED_MEMBER,
          JOINED,
          COUNCIL,
          BOARD,
          BOARD_NAME,
          SUB_LOCATION,
          NEED,
          ADJUSTED,
          WEIGHTED,
          WEIGHTED_PERIOD,
          REGISTERED_IN_PERIOD,
          SETTING,
          BEDS,
          CONTRACT,
          OUT_OF_HOURS);

  /** Without those that say where a practice is. */
  private static final Layout FOR_MONEY =
      Layout.headed(
          PRACTICE,
          LIST,
          DATE,
          NAME,
          PLACE,
          PLACE_NAME,
          NETWORK,
          NETWORK_NAME,
          MEMBER,
          PUBLISHED_MEMBER,
          BOARD,
          BOARD_NAME,
          ADJUSTED,
          WEIGHTED,
          WEIGHTED_PERIOD,
          REGISTERED_IN_PERIOD,
          BEDS,
          CONTRACT,
          OUT_OF_HOURS,
          JOINED,
          LEFT,
          BEFORE);

  private static final Pattern YEAR = Pattern.compile("(20[0-9]{2})[-/]([0-9]{2})");

  private final Layout layout;
  private final String title;
  private final Opening opening;

  /** Read for the register. */
  PlainPractices() {
    this(TITLE, FOR_ALL, ToRegister::new);
  }

  private PlainPractices(String title, Layout layout, Opening opening) {
    this.title = title;
    this.layout = layout;
    this.opening = opening;
  }

  /** What its rows are read for. */
  @FunctionalInterface
  private interface Opening {
    RowParser open(LocalDate asOf, FactSink facts, Problems problems);
  }

  /**
   * Read for a plan.
   *
   * @param placeIfNone the place of all rows when the table has no column of places
   * @param plan takes each practice once; rows in which something is wrong are not given to it
   */
  public static PlainPractices toPlan(PlaceCode placeIfNone, Consumer<PlainPractice> plan) {
    return new PlainPractices(
        TITLE + " with the columns practice_code, easting, northing and list_size",
        FOR_ALL,
        (asOf, facts, problems) -> new ToPlan(placeIfNone, plan));
  }

  /**
   * Read for what practices are paid; coordinates are not needed.
   *
   * @param placeIfNone the place of all rows when the table has no column of places
   * @param lists takes each practice once; rows in which something is wrong are not given to it
   */
  public static PlainPractices toFund(PlaceCode placeIfNone, Consumer<PlainLists> lists) {
    return new PlainPractices(
        TITLE + " with the columns practice_code and list_size",
        FOR_MONEY,
        (asOf, facts, problems) -> new ToFund(placeIfNone, lists));
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public int order() {
    return 31;
  }

  @Override
  public Layout layout() {
    return layout;
  }

  @Override
  public DateRule dates() {
    return DateRule.stated(DATE);
  }

  @Override
  public RowParser open(LocalDate asOf, FactSink facts, Problems problems) {
    return opening.open(asOf, facts, problems);
  }

  /** Whether the row says that its practice is in no network. */
  private static boolean isOutside(Row row) {
    return row.isBlank(NETWORK)
        || row.text(MEMBER).equalsIgnoreCase("no")
        || row.text(PUBLISHED_MEMBER).equalsIgnoreCase("no")
        || PracticeMap.NO_NETWORK.contains(row.text(NETWORK).toUpperCase(Locale.ROOT));
  }

  private static @Nullable PlaceCode place(Row row, Column column, PlaceCode ifNone) {
    if (!row.has(column)) {
      return ifNone;
    }
    if (row.isBlank(column)) {
      row.error(
          column, "expected the code of a place, as other rows have", "Maybe a cell was lost?");
      return null;
    }
    return row.placeIfAny(column);
  }

  private static @Nullable String subLocation(Row row) {
    return row.codeIfAny(SUB_LOCATION, "the code of a sub-ICB location", "05D");
  }

  private static @Nullable Boolean yesOrNo(Row row, Column column) {
    return switch (row.text(column).toLowerCase(Locale.ROOT)) {
      case "" -> null;
      case "yes" -> true;
      case "no" -> false;
      default -> {
        row.error(column, "expected yes or no", "Maybe another column was meant?");
        yield null;
      }
    };
  }

  private static final class ToPlan implements RowParser {
    private final NoSecond noSecond = new NoSecond("practice");
    private final PlaceCode placeIfNone;
    private final Consumer<PlainPractice> plan;

    ToPlan(PlaceCode placeIfNone, Consumer<PlainPractice> plan) {
      this.placeIfNone = placeIfNone;
      this.plan = plan;
    }

    @Override
    public void row(Row row) {
      PracticeCode practice = row.practice(PRACTICE);
      boolean joined = row.has(PUBLISHED_MEMBER);
      if (joined && !row.text(PUBLISHED_MEMBER).equalsIgnoreCase("yes")) {
        leaveAside(practice, PlainPractice.Standing.NOT_A_MEMBER);
        return;
      }
      if (joined && (row.isBlank(EASTING) || row.isBlank(NORTHING) || row.isBlank(LIST))) {
        row.warning(
            PRACTICE,
            "there are no coordinates or no list, so the practice takes no part",
            "Maybe it has closed?");
        leaveAside(practice, PlainPractice.Standing.INCOMPLETE);
        return;
      }
      Position site = position(row);
      Integer list = row.patients(LIST);
      Column placeColumn = row.has(PLACE) ? PLACE : BOARD;
      PlaceCode place = place(row, placeColumn, placeIfNone);
      NetworkCode network = row.networkIfAny(NETWORK);
      Double need = row.number(NEED);
      CouncilCode council = row.councilIfAny(COUNCIL);
      String subLocation = subLocation(row);
      String name = row.name(NAME);
      if (practice == null
          || !noSecond.isFirst(row, PRACTICE, practice.value())
          || site == null
          || list == null
          || place == null) {
        return;
      }
      plan.accept(
          new PlainPractice(
              practice,
              PlainPractice.Standing.TAKES_PART,
              name == null ? practice.value() : name,
              site,
              list,
              place,
              row.name(row.has(PLACE_NAME) ? PLACE_NAME : BOARD_NAME),
              isOutside(row) ? null : network,
              council,
              subLocation,
              need));
    }

    private void leaveAside(@Nullable PracticeCode practice, PlainPractice.Standing why) {
      if (practice != null) {
        plan.accept(PlainPractice.leftAside(practice, why));
      }
    }

    private static @Nullable Position position(Row row) {
      if (row.areBlank(EASTING, NORTHING)) {
        row.error(EASTING, "expected metres on the National Grid", "Maybe the site is not known?");
        return null;
      }
      return row.positionIfAny(EASTING, NORTHING);
    }
  }

  private static final class ToFund implements RowParser {
    private final NoSecond noSecond = new NoSecond("practice");
    private final PlaceCode placeIfNone;
    private final Consumer<PlainLists> lists;

    ToFund(PlaceCode placeIfNone, Consumer<PlainLists> lists) {
      this.placeIfNone = placeIfNone;
      this.lists = lists;
    }

    @Override
    public void row(Row row) {
      PracticeCode practice = row.practice(PRACTICE);
      // A table joined from published files has rows that belong nowhere; they are paid nothing.
      boolean nowhere = row.has(PUBLISHED_MEMBER) && row.isBlank(row.has(PLACE) ? PLACE : BOARD);
      PlaceCode place = nowhere ? null : place(row, row.has(PLACE) ? PLACE : BOARD, placeIfNone);
      Integer registered = row.isBlank(LIST) ? null : row.patients(LIST);
      List<PlainLists.Membership> networks = networks(row);
      Boolean outOfHours = yesOrNo(row, OUT_OF_HOURS);
      LocalDate day = row.dateIfAny(DATE);
      Double adjusted = row.patientsOnAverage(ADJUSTED);
      Double weighted = row.patientsOnAverage(WEIGHTED);
      Double inPeriod = row.patientsOnAverage(REGISTERED_IN_PERIOD);
      Integer beds = row.isBlank(BEDS) ? null : row.patients(BEDS);
      if (practice == null || place == null || !noSecond.isFirst(row, PRACTICE, practice.value())) {
        return;
      }
      String name = row.name(NAME);
      lists.accept(
          new PlainLists(
              practice,
              name == null ? practice.value() : name,
              place,
              row.name(row.has(PLACE_NAME) ? PLACE_NAME : BOARD_NAME),
              networks,
              row.name(NETWORK_NAME),
              registered,
              day,
              adjusted,
              atListDay(weighted, inPeriod, registered),
              row.isBlank(WEIGHTED_PERIOD) ? null : row.text(WEIGHTED_PERIOD),
              beds,
              row.isBlank(CONTRACT) ? null : row.text(CONTRACT),
              outOfHours));
    }

    /**
     * The network of the row from the day it was joined to the day it was left; before that, the
     * one that it was in before.
     */
    private static List<PlainLists.Membership> networks(Row row) {
      NetworkCode network = isOutside(row) ? null : row.networkIfAny(NETWORK);
      NetworkCode before = row.networkIfAny(BEFORE);
      LocalDate written = row.dateIfAny(JOINED);
      LocalDate joined = written == null || !written.isAfter(RECORDED_SINCE) ? null : written;
      LocalDate left = row.dateIfAny(LEFT);
      if (joined != null && left != null && left.isBefore(joined)) {
        row.error(
            LEFT,
            "expected a day on or after the one on which it joined, %s".formatted(joined),
            "Maybe the two are the wrong way round?");
        return List.of();
      }
      LocalDate change = network == null ? left : joined == null ? null : joined.minusDays(1);
      if (before != null && change == null) {
        row.error(
            BEFORE,
            "expected it together with the day of the change: network_joined where it is in another"
                + " network now, network_left where it is in none",
            "Maybe that column is missing?");
      }
      List<PlainLists.Membership> networks = new ArrayList<>();
      if (before != null && change != null) {
        networks.add(new PlainLists.Membership(before, null, change));
      }
      if (network != null) {
        networks.add(new PlainLists.Membership(network, joined, left));
      }
      return networks;
    }
  }

  /** A weighted list of another period, scaled by how the registered list grew since. */
  private static @Nullable Double atListDay(
      @Nullable Double weighted, @Nullable Double inPeriod, @Nullable Integer registered) {
    return weighted == null || inPeriod == null || inPeriod == 0 || registered == null
        ? weighted
        : Double.valueOf(weighted / inPeriod * registered);
  }

  private static final class ToRegister implements RowParser {
    private final LocalDate asOf;
    private final FactSink facts;
    private final Problems problems;
    private final NoSecond noSecond = new NoSecond("practice");
    private final Bystanders bystanders;
    private boolean placed;

    ToRegister(LocalDate asOf, FactSink facts, Problems problems) {
      this.asOf = asOf;
      this.facts = facts;
      this.problems = problems;
      this.bystanders = new Bystanders(asOf, facts);
    }

    @Override
    public void row(Row row) {
      PracticeCode practice = row.practice(PRACTICE);
      Integer list = row.patients(LIST);
      Position position = row.positionIfAny(EASTING, NORTHING);
      Postcode postcode = row.postcodeIfAny(POSTCODE);
      Double need = row.number(NEED);
      if (practice == null || !noSecond.isFirst(row, PRACTICE, practice.value())) {
        return;
      }
      String code = practice.value();
      Span day = Span.seenOn(asOf);
      facts.accept(new Fact.Party(PartyKind.PRACTICE, code, row.name(NAME), role(row), null, day));
      if (list != null) {
        facts.accept(
            new Fact.PatientList(practice, ListKind.REGISTERED, list, Span.between(asOf, asOf)));
      }
      if (row.areBlank(EASTING, NORTHING)) {
        row.warning(
            EASTING,
            postcode == null
                ? "there are no coordinates and no postcode; the practice takes no part until there"
                    + " are"
                : "there are no coordinates; the postcode %s will be looked up".formatted(postcode),
            "Maybe its site is not known yet?");
      }
      if (position != null || postcode != null) {
        facts.accept(new Fact.Site(practice, postcode, position, asOf));
      }
      if (need != null) {
        facts.accept(new Fact.Need(practice, need, asOf));
      }
      if (!row.isBlank(BEDS)) {
        Integer beds = row.patients(BEDS);
        if (beds != null) {
          facts.accept(new Fact.CareHomeBeds(practice, beds, asOf));
        }
      }
      Boolean outOfHours = yesOrNo(row, OUT_OF_HOURS);
      if (!row.isBlank(CONTRACT) || outOfHours != null) {
        facts.accept(
            new Fact.CoreContract(
                practice, row.isBlank(CONTRACT) ? null : row.text(CONTRACT), outOfHours, asOf));
      }
      network(row, code);
      belonging(row, code, day);
      otherLists(row, practice);
    }

    private void network(Row row, String practice) {
      if (!row.has(NETWORK)) {
        return;
      }
      NetworkCode network = row.networkIfAny(NETWORK);
      LocalDate joined = row.dateIfAny(JOINED);
      if (isOutside(row)) {
        facts.accept(new Fact.Relation(RelationKind.MEMBER_OF, practice, null, Span.seenOn(asOf)));
      } else if (network != null) {
        Span since =
            joined != null && !joined.isAfter(asOf) ? Span.since(joined) : Span.seenOn(asOf);
        facts.accept(new Fact.Relation(RelationKind.MEMBER_OF, practice, network.value(), since));
        bystanders.party(
            row, NETWORK_NAME, PartyKind.NETWORK, network.value(), row.name(NETWORK_NAME));
      }
    }

    private void belonging(Row row, String practice, Span day) {
      CouncilCode council = row.councilIfAny(COUNCIL);
      if (council != null) {
        relation(RelationKind.PRACTICE_IN_COUNCIL, practice, council.value(), day);
      }
      PlaceCode place = row.placeIfAny(PLACE);
      if (place != null) {
        relation(RelationKind.PRACTICE_IN_PLACE, practice, place.value(), day);
        bystanders.party(row, PLACE_NAME, PartyKind.PLACE, place.value(), row.name(PLACE_NAME));
      }
      PlaceCode board = row.placeIfAny(BOARD);
      if (board != null) {
        relation(RelationKind.PRACTICE_IN_BOARD, practice, board.value(), day);
        bystanders.party(row, BOARD_NAME, PartyKind.BOARD, board.value(), row.name(BOARD_NAME));
      }
      String sub = subLocation(row);
      if (sub != null) {
        relation(RelationKind.PRACTICE_IN_SUB_LOCATION, practice, sub, day);
        if (board != null) {
          bystanders.relation(row, BOARD, RelationKind.SUB_LOCATION_IN_BOARD, sub, board.value());
        }
      }
      placed |= place != null || board != null || sub != null;
    }

    private void relation(RelationKind kind, String practice, String to, Span day) {
      facts.accept(new Fact.Relation(kind, practice, to, day));
    }

    private void otherLists(Row row, PracticeCode practice) {
      Double adjusted = row.patientsOnAverage(ADJUSTED);
      if (adjusted != null) {
        facts.accept(
            new Fact.PatientList(practice, ListKind.ADJUSTED, adjusted, Span.between(asOf, asOf)));
      }
      Span period = period(row).orElse(Span.between(asOf, asOf));
      Double weighted = row.patientsOnAverage(WEIGHTED);
      if (weighted != null) {
        facts.accept(new Fact.PatientList(practice, ListKind.WEIGHTED, weighted, period));
      }
      Double registered = row.patientsOnAverage(REGISTERED_IN_PERIOD);
      if (registered != null && !row.isBlank(WEIGHTED_PERIOD)) {
        facts.accept(new Fact.PatientList(practice, ListKind.REGISTERED, registered, period));
      }
    }

    private static Optional<Span> period(Row row) {
      if (row.isBlank(WEIGHTED_PERIOD)) {
        return Optional.empty();
      }
      Matcher year = YEAR.matcher(row.text(WEIGHTED_PERIOD));
      if (!year.matches()
          || (Integer.parseInt(year.group(1)) + 1) % 100 != Integer.parseInt(year.group(2))) {
        row.error(
            WEIGHTED_PERIOD,
            "expected a financial year such as 2022-23",
            "Maybe it is a calendar year?");
        return Optional.empty();
      }
      return Optional.of(
          PaymentsToPractices.financialYear(LocalDate.of(Integer.parseInt(year.group(1)), 4, 1)));
    }

    private static @Nullable Role role(Row row) {
      return switch (row.text(SETTING)) {
        case "" -> null;
        case "4" -> Role.GP_PRACTICE;
        default -> Role.OTHER_PRESCRIBING_CENTRE;
      };
    }

    @Override
    public void end() {
      if (!placed) {
        problems.warning(
            0,
            PLACE.name(),
            null,
            "no row names a place, a board or a sub-ICB location, so these practices belong to none"
                + " and are offered nowhere",
            "Maybe a column place_code is missing?");
      }
    }
  }
}
