package moot.app.people;

import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import moot.app.access.SeatStore;
import moot.app.journal.Deed;
import moot.app.journal.Journal;
import moot.register.PlaceCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Invented people for a sample place. They have no password, so nobody can sign in as one of them
 * where Moot is not served as a demo.
 */
public final class SamplePeople {
  private static final List<String> FIRST =
      List.of(
          "Abena", "Bilal", "Carys", "Dev", "Eleri", "Femi", "Grace", "Hamza", "Imogen", "Jonah",
          "Kavita", "Lorcan", "Meena", "Niall", "Oona", "Priya", "Quentin", "Rhian", "Samir",
          "Tamsin", "Ugo", "Verity", "Wendell", "Xanthe", "Yusuf", "Zofia", "Bryony");
  private static final List<String> LAST =
      List.of(
          "Osei",
          "Marlowe",
          "Kaur",
          "Penhale",
          "Adeyemi",
          "Thorne",
          "Begum",
          "Lockwood",
          "Iyer",
          "Fairweather",
          "Nowak",
          "Ashdown",
          "Chaudhry",
          "Merriweather",
          "Okafor",
          "Sandys",
          "Trevanion",
          "Hussain",
          "Wetherby",
          "Lindqvist",
          "Rao",
          "Copeland",
          "Dlamini",
          "Featherstone",
          "Jarrah",
          "Underhill",
          "Vasquez",
          "Yarrow",
          "Ellery");

  private final JdbcClient jdbc;
  private final Parties parties;
  private final PlaceCode place;
  private int named;

  private SamplePeople(JdbcClient jdbc, PlaceCode place) {
    this.jdbc = jdbc;
    this.parties = new Parties(jdbc);
    this.place = place;
  }

  /**
   * A party of the register.
   *
   * @param network code of the network that a practice is in; empty for none
   */
  public record Member(String code, String name, String network) {}

  /**
   * Seats a signatory and a manager for each practice, a clinical director for each network (the
   * first of whom signs for a practice too), and those who keep the table.
   *
   * @return how many seats there are now; 0 when somebody was seated before
   */
  public static int seat(
      DataSource dataSource,
      PlaceCode place,
      String placeName,
      List<Member> practices,
      List<Member> networks) {
    if (!new SeatStore(dataSource).list().isEmpty()) {
      return 0;
    }
    JdbcClient jdbc = JdbcClient.create(dataSource);
    Integer seats =
        new TransactionTemplate(new JdbcTransactionManager(dataSource))
            .execute(
                status -> {
                  new SamplePeople(jdbc, place).seat(placeName, practices, networks);
                  int all = new SeatStore(dataSource).list().size();
                  new Journal(jdbc)
                      .write(
                          "the demo",
                          Deed.open(
                              "seat.sample",
                              "place:" + place,
                              place,
                              "seated the made-up people of %s".formatted(placeName)));
                  return all;
                });
    return seats == null ? 0 : seats;
  }

  private void seat(String placeName, List<Member> practices, List<Member> networks) {
    String firstNetwork = networks.isEmpty() ? "" : networks.getFirst().code();
    long firstDirector = -1;
    for (Member practice : practices) {
      long party = parties.put(PartyKind.PRACTICE, practice.code(), practice.name(), place);
      long signatory = person("Dr ", practice.code());
      parties.seat(signatory, party, Role.SIGNATORY);
      parties.seat(person("", practice.code()), party, Role.EDITOR);
      if (firstDirector < 0 && practice.network().equals(firstNetwork)) {
        firstDirector = signatory;
      }
    }
    for (Member network : networks) {
      long party = parties.put(PartyKind.NETWORK, network.code(), network.name(), place);
      boolean first = network.code().equals(firstNetwork) && firstDirector >= 0;
      parties.seat(first ? firstDirector : person("Dr ", network.code()), party, Role.SIGNATORY);
    }
    keepers(PartyKind.LMC, "lmc", placeName + " Local Medical Committee");
    keepers(PartyKind.FEDERATION, "federation", placeName + " GP Federation");
    keepers(PartyKind.SYSTEM, "system", placeName + " Integrated Care Board");
    keepers(PartyKind.FACILITATOR, "facilitator", placeName + " Facilitator");
    parties.seat(
        person("", "moot"),
        parties.put(PartyKind.INSTALLATION, "installation", "This installation", null),
        Role.ADMINISTRATOR);
  }

  private void keepers(PartyKind kind, String code, String name) {
    long party = parties.put(kind, code, name, place);
    for (Role role : List.of(Role.ADMINISTRATOR, Role.SIGNATORY, Role.EDITOR, Role.VIEWER)) {
      if (role != Role.SIGNATORY || kind != PartyKind.FACILITATOR) {
        parties.seat(person("", code), party, role);
      }
    }
  }

  /** The two lists have no common factor in length, so that no name comes twice. */
  private long person(String title, String at) {
    String first = FIRST.get(named % FIRST.size());
    String last = LAST.get(named % LAST.size());
    named++;
    return parties.addPerson(
        title.isEmpty() ? first + " " + last : title + first.charAt(0) + ". " + last,
        "%s.%s@%s.example".formatted(first, last, at).toLowerCase(Locale.ROOT));
  }
}
