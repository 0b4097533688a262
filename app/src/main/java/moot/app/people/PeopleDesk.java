package moot.app.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import moot.app.access.Party;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import moot.app.access.Seat;
import moot.app.access.SeatStore;
import moot.app.access.SecondFactors;
import moot.app.journal.Deed;
import moot.app.journal.Journal;
import moot.app.register.PracticeNow;
import moot.app.register.RegisterStore;
import moot.app.web.ToldToVisitors;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets parties in, changes and ends seats; who may, and with its entry in the journal. */
@Service
public class PeopleDesk {
  /** Kinds of party that the register does not know. */
  static final List<PartyKind> NAMED_BY_HAND =
      List.of(PartyKind.FACILITATOR, PartyKind.SYSTEM, PartyKind.LMC, PartyKind.FEDERATION);

  private static final Set<PartyKind> KEEP_THE_PLACE =
      EnumSet.of(PartyKind.FACILITATOR, PartyKind.SYSTEM);

  private final JdbcClient jdbc;
  private final Parties parties;
  private final SeatStore seats;
  private final SecondFactors factors;
  private final RegisterStore register;
  private final Journal journal;

  PeopleDesk(
      DataSource dataSource,
      SeatStore seats,
      SecondFactors factors,
      RegisterStore register,
      Journal journal) {
    this.jdbc = JdbcClient.create(dataSource);
    this.parties = new Parties(jdbc);
    this.seats = seats;
    this.factors = factors;
    this.register = register;
    this.journal = journal;
  }

  /**
   * Whether a seat may invite people to a party: its own administrators, those of the place's
   * facilitator and board, and those of the installation.
   */
  static boolean mayInvite(Seat seat, Party party) {
    return mayManage(seat, party)
        || seat.role().administers()
            && KEEP_THE_PLACE.contains(seat.party().kind())
            && party.place() != null
            && party.place().equals(seat.party().place());
  }

  /**
   * Whether a seat may change and end the seats of a party: its own administrators and those of the
   * installation. Who keeps the place lets people in and does not send them away.
   */
  static boolean mayManage(Seat seat, Party party) {
    return seat.role().administers()
        && (seat.party().id() == party.id() || seat.party().kind() == PartyKind.INSTALLATION);
  }

  /** Whether a seat may let parties in at a place. */
  static boolean mayLetIn(Seat seat, PlaceCode place) {
    return seat.role().administers()
        && (seat.party().kind() == PartyKind.INSTALLATION
            || KEEP_THE_PLACE.contains(seat.party().kind()) && seat.party().sitsAt(place));
  }

  /** The roles that make sense at such a party: who has no say cannot bind anybody. */
  static List<Role> roles(PartyKind kind) {
    return switch (kind) {
      case INSTALLATION -> List.of(Role.ADMINISTRATOR);
      case FACILITATOR -> List.of(Role.VIEWER, Role.EDITOR, Role.ADMINISTRATOR);
      default -> List.of(Role.values());
    };
  }

  /**
   * A party at a place.
   *
   * @param people how many act for it
   */
  public record Attendance(Party party, int people) {}

  /** All parties of a place, with how many people each has. */
  List<Attendance> listParties(PlaceCode place) {
    List<Attendance> attendance = new ArrayList<>();
    Map<Long, Integer> people = new HashMap<>();
    jdbc.sql(
            """
            select s.party, count(*) as people from access.seat s
            join access.party p on p.id = s.party and p.place = :place
            where s.ended_at is null group by s.party
            """)
        .param("place", place.value())
        .query(
            rs -> {
              people.put(rs.getLong("party"), rs.getInt("people"));
            });
    for (Party party : seats.listParties(place)) {
      attendance.add(new Attendance(party, people.getOrDefault(party.id(), 0)));
    }
    return attendance;
  }

  /**
   * Lets in all practices and networks that the register has at a place today.
   *
   * @return how many were not there before
   */
  @Transactional
  public int letIn(Seat by, PlaceCode place, String placeName) {
    List<PracticeNow> practices =
        register.listPractices(place).stream().filter(PracticeNow::takesPart).toList();
    Map<NetworkCode, String> names = register.listNetworkNames();
    List<NetworkCode> networks =
        practices.stream()
            .map(PracticeNow::network)
            .filter(Objects::nonNull)
            .distinct()
            .sorted(Comparator.comparing(NetworkCode::value))
            .toList();
    int before = seats.listParties(place).size();
    for (PracticeNow practice : practices) {
      parties.put(PartyKind.PRACTICE, practice.code().value(), practice.name(), place);
    }
    for (NetworkCode network : networks) {
      parties.put(
          PartyKind.NETWORK, network.value(), names.getOrDefault(network, network.value()), place);
    }
    int added = seats.listParties(place).size() - before;
    if (added > 0) {
      journal.write(
          by,
          Deed.open(
              "party.letin",
              "place:" + place,
              place,
              "let %,d practices and networks of %s take part".formatted(added, placeName)));
    }
    return added;
  }

  /** Lets in a party that the register does not know. */
  @Transactional
  public void letIn(Seat by, PlaceCode place, PartyKind kind, String name) {
    String code = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    if (seats.findParty(place, kind, code).isPresent()) {
      throw new ToldToVisitors(
          409,
          "“%s” sits at this table already: expected a name that is new. Maybe look for it in the list?"
              .formatted(name));
    }
    parties.put(kind, code, name, place);
    journal.write(
        by,
        Deed.open(
            "party.letin",
            "place:" + place,
            place,
            "let %s take part, a %s".formatted(name, kind.words())));
  }

  /** Gives somebody another role at their party. */
  @Transactional
  public void changeRole(Seat by, long seat, Role role) {
    Seat held = managed(by, seat);
    if (held.role() == role) {
      return;
    }
    if (!roles(held.party().kind()).contains(role)) {
      throw new ToldToVisitors(
          422,
          "Nobody is %s for a %s. Maybe choose one of the roles in the form?"
              .formatted(role.words(), held.party().kind().words()));
    }
    keepOneAdministrator(held);
    jdbc.sql("update access.seat set role = :role where id = :id and ended_at is null")
        .param("role", role.name())
        .param("id", seat)
        .update();
    journal.write(
        by,
        Deed.open(
            "seat.role",
            "party:" + held.party().id(),
            held.party().place(),
            "made %s %s for %s, before %s"
                .formatted(
                    held.personName(), role.words(), held.party().name(), held.role().words())));
  }

  /** Ends somebody's seat, from this moment on. */
  @Transactional
  public void end(Seat by, long seat) {
    Seat held = managed(by, seat);
    keepOneAdministrator(held);
    jdbc.sql("update access.seat set ended_at = now() where id = :id and ended_at is null")
        .param("id", seat)
        .update();
    journal.write(
        by,
        Deed.open(
            "seat.ended",
            "party:" + held.party().id(),
            held.party().place(),
            "ended the seat of %s, %s for %s"
                .formatted(held.personName(), held.role().words(), held.party().name())));
  }

  /** The seat, if it is the asking one's to change; held until the end of the transaction. */
  private Seat managed(Seat by, long seat) {
    Party party =
        seats
            .find(seat)
            .map(Seat::party)
            .filter(of -> mayManage(by, of))
            .orElseThrow(PeopleDesk::noSuchSeat);
    jdbc.sql("select id from access.party where id = :id for update")
        .param("id", party.id())
        .query(Long.class)
        .single();
    return seats.find(seat).orElseThrow(PeopleDesk::noSuchSeat);
  }

  private void keepOneAdministrator(Seat leaving) {
    boolean another =
        seats.listOfParty(leaving.party().id()).stream()
            .anyMatch(seat -> seat.id() != leaving.id() && seat.role().administers());
    if (leaving.role().administers() && !another) {
      throw new ToldToVisitors(
          409,
          "%s is the only administrator of %s: expected one to remain. Maybe make somebody else administrator first?"
              .formatted(leaving.personName(), leaving.party().name()));
    }
  }

  private static ToldToVisitors noSuchSeat() {
    return new ToldToVisitors(
        404, "There is no such seat that is yours to change. Maybe it was ended meanwhile?");
  }

  /**
   * An account.
   *
   * @param seats how many the person holds
   * @param factor whether signing in asks for a code, too
   */
  public record Account(long id, String name, String email, int seats, boolean factor) {}

  /** How many accounts have this in their name or e-mail address. */
  int countAccounts(String who) {
    return jdbc.sql(
            """
            select count(*) from access.person p
            where strpos(lower(p.name || ' ' || p.email), lower(:who)) > 0
            """)
        .param("who", who)
        .query(Integer.class)
        .single();
  }

  /** Accounts whose name or e-mail address has this in it, by name. */
  List<Account> listAccounts(String who, int offset, int most) {
    return jdbc.sql(
            """
            select p.id, p.name, p.email, f.person is not null as factor,
              (select count(*) from access.seat s where s.person = p.id and s.ended_at is null)
                as seats
            from access.person p left join access.second_factor f on f.person = p.id
            where strpos(lower(p.name || ' ' || p.email), lower(:who)) > 0
            order by p.name, p.id offset :offset limit :most
            """)
        .param("who", who)
        .param("offset", offset)
        .param("most", most)
        .query(
            (rs, row) ->
                new Account(
                    rs.getLong("id"),
                    rs.getString("name"),
                    rs.getString("email"),
                    rs.getInt("seats"),
                    rs.getBoolean("factor")))
        .list();
  }

  /** Takes the second factor off an account whose owner has lost it. */
  @Transactional
  public void resetFactor(Seat by, long person) {
    if (!factors.switchOff(person)) {
      throw new ToldToVisitors(
          404, "This account has no second factor. Maybe it was reset meanwhile?");
    }
    journal.write(
        by,
        Deed.within(
            by.party().id(),
            "factor.reset",
            "person:" + person,
            null,
            "reset the second factor of " + name(person)));
  }

  private String name(long person) {
    return jdbc.sql("select name from access.person where id = :id")
        .param("id", person)
        .query(String.class)
        .single();
  }
}
