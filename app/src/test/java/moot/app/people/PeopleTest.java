package moot.app.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import moot.app.ServedTable;
import moot.app.SignedIn;
import moot.app.access.Party;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import moot.app.access.Seat;
import moot.app.access.SeatStore;
import moot.sample.Mereshire;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Inviting people, giving them roles, ending seats, and letting parties in. */
class PeopleTest {
  private static final String PASSWORD = "correct horse battery";
  private static final Pattern LINK =
      Pattern.compile("value=\"(http[^\"]+/invitations/[A-Za-z0-9_-]+)\"");

  private final JdbcClient jdbc = JdbcClient.create(ServedTable.bean(DataSource.class));
  private final String email = "bea." + UUID.randomUUID() + "@practice.example";

  @Test
  void anAdministratorInvitesByALinkThatIsShownOnceAndWorksOnce() {
    SignedIn administrator = SignedIn.as(PartyKind.LMC, Role.ADMINISTRATOR);
    Party lmc = administrator.seat().party();
    HttpResponse<String> made = invite(administrator, lmc, Role.EDITOR);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
    String link = link(made);
    assertThat(administrator.get("/people").body())
        .contains(email)
        .doesNotContain(link.substring(link.lastIndexOf('/') + 1));
    assertThat(SignedIn.as(PartyKind.LMC, Role.EDITOR).get("/people").body())
        .as("addresses are for administrators")
        .doesNotContain(email);

    SignedIn bea = SignedIn.nobody(ServedTable.served());
    HttpResponse<String> in =
        bea.post(link, Map.of("name", "Bea Quill", "password", PASSWORD, "again", PASSWORD));
    assertThat(in.body()).contains("<strong>Bea Quill</strong> for <strong>" + lmc.name());
    assertThat(SignedIn.nobody(ServedTable.served()).get(link).statusCode()).isEqualTo(404);
    assertThat(administrator.get("/people").body()).contains("Bea Quill").doesNotContain(email);
    assertThat(administrator.get("/journal").body())
        .contains("invited Bea Quill to act for " + lmc.name())
        .contains("took a seat for " + lmc.name() + " as editor")
        .doesNotContain(email);
    assertThat(SignedIn.as(PartyKind.PRACTICE, Role.EDITOR).get("/journal").body())
        .contains("took a seat for " + lmc.name())
        .doesNotContain("invited Bea Quill");

    assertThat(invite(administrator, lmc, Role.VIEWER).body())
        .as("who acts for it already")
        .contains(email + " acts for " + lmc.name() + " already");

    Seat seat =
        ServedTable.bean(SeatStore.class).listOfParty(lmc.id()).stream()
            .filter(one -> one.personName().equals("Bea Quill"))
            .findFirst()
            .orElseThrow();
    administrator.post("/people/seats/" + seat.id() + "/role", Map.of("role", "VIEWER"));
    assertThat(bea.get("/people").body())
        .contains("for <strong>" + lmc.name() + "</strong>, viewer");
    administrator.post("/people/seats/" + seat.id() + "/end", Map.of());
    assertThat(bea.get("/people").uri()).as("at once").hasPath("/seats");
    assertThat(administrator.get("/journal").body())
        .contains("made Bea Quill viewer for " + lmc.name() + ", before editor")
        .contains("ended the seat of Bea Quill");
  }

  @Test
  void whoHasAnAccountTakesAnotherSeatWithIt() {
    Seat held = SignedIn.as(PartyKind.FEDERATION, Role.EDITOR).seat();
    String known =
        jdbc.sql("select email from access.person where id = :id")
            .param("id", held.personId())
            .query(String.class)
            .single();
    SignedIn administrator = SignedIn.as(PartyKind.LMC, Role.ADMINISTRATOR);
    String link =
        link(
            administrator.post(
                "/people/parties/" + administrator.seat().party().id() + "/invitations",
                Map.of("email", known, "role", "VIEWER")));
    assertThat(SignedIn.nobody(ServedTable.served()).get(link).body()).contains("Sign in with it");
    SignedIn other = SignedIn.as(PartyKind.SYSTEM, Role.EDITOR);
    other.post(link, Map.of("name", "x", "password", PASSWORD, "again", PASSWORD));
    assertThat(seats(held.personId())).as("somebody else's account").isEqualTo(1);
    assertThat(SignedIn.as(held).post(link, Map.of()).uri()).hasPath("/seats");
    assertThat(seats(held.personId())).isEqualTo(2);
    jdbc.sql("update access.seat set ended_at = now() where person = :p and party = :a")
        .param("p", held.personId())
        .param("a", administrator.seat().party().id())
        .update();
  }

  private int seats(long person) {
    return ServedTable.bean(SeatStore.class).listOfPerson(person).size();
  }

  @Test
  void oneAdministratorRemains() {
    SignedIn administrator = SignedIn.as(PartyKind.FEDERATION, Role.ADMINISTRATOR);
    String seat = "/people/seats/" + administrator.seat().id();
    for (HttpResponse<String> refused :
        List.of(
            administrator.post(seat + "/end", Map.of()),
            administrator.post(seat + "/role", Map.of("role", "SIGNATORY")))) {
      assertThat(refused.statusCode()).isEqualTo(409);
      assertThat(refused.body()).contains("is the only administrator of");
    }
    assertThat(administrator.get("/people").statusCode()).isEqualTo(200);
  }

  @Test
  void administratorsLookAfterTheirOwnPartyAndKeepersLetOthersIn() {
    SeatStore seats = ServedTable.bean(SeatStore.class);
    Party practice =
        seats.listParties(Mereshire.PLACE).stream()
            .filter(party -> party.kind() == PartyKind.PRACTICE)
            .findFirst()
            .orElseThrow();
    Seat theirs = seats.listOfParty(practice.id()).getFirst();
    SignedIn lmc = SignedIn.as(PartyKind.LMC, Role.ADMINISTRATOR);
    assertThat(lmc.get("/people/parties/" + practice.id()).statusCode()).isEqualTo(404);
    assertThat(invite(lmc, practice, Role.EDITOR).statusCode()).isEqualTo(404);
    assertThat(lmc.post("/people/seats/" + theirs.id() + "/end", Map.of()).statusCode())
        .isEqualTo(404);

    SignedIn facilitator = SignedIn.as(PartyKind.FACILITATOR, Role.ADMINISTRATOR);
    assertThat(facilitator.get("/people/parties").body())
        .contains("/people/parties/" + practice.id());
    HttpResponse<String> made = invite(facilitator, practice, Role.ADMINISTRATOR);
    assertThat(made.statusCode()).isEqualTo(200);
    assertThat(facilitator.post("/people/seats/" + theirs.id() + "/end", Map.of()).statusCode())
        .as("lets in, does not send away")
        .isEqualTo(404);
    long offer =
        jdbc.sql("select id from access.invitation where email = :email")
            .param("email", email)
            .query(Long.class)
            .single();
    assertThat(lmc.post("/people/invitations/" + offer + "/withdraw", Map.of()).statusCode())
        .isEqualTo(404);
    facilitator.post("/people/invitations/" + offer + "/withdraw", Map.of());
    assertThat(SignedIn.nobody(ServedTable.served()).get(link(made)).statusCode()).isEqualTo(404);

    Seat far =
        SignedIn.seat(
            ServedTable.served(), PartyKind.LMC, "far", "Far LMC", "XYZ", Role.ADMINISTRATOR);
    assertThat(facilitator.get("/people/parties/" + far.party().id()).statusCode()).isEqualTo(404);
    assertThat(
            SignedIn.as(PartyKind.INSTALLATION, Role.ADMINISTRATOR)
                .get("/people/parties/" + far.party().id())
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void aPlacesPartiesComeFromTheRegisterOrByName() {
    SignedIn board = SignedIn.as(PartyKind.SYSTEM, Role.ADMINISTRATOR);
    assertThat(board.post("/people/parties/register", Map.of()).body())
        .contains("take part already");
    Party practice =
        ServedTable.bean(SeatStore.class).listParties(Mereshire.PLACE).stream()
            .filter(party -> party.kind() == PartyKind.PRACTICE)
            .filter(party -> ServedTable.bean(SeatStore.class).listOfParty(party.id()).isEmpty())
            .findFirst()
            .orElse(null);
    assertThat(practice).as("everybody in the sample is seated").isNull();
    String name = "North Mereshire Federation " + UUID.randomUUID();
    assertThat(board.post("/people/parties", Map.of("name", name, "kind", "FEDERATION")).body())
        .contains(name);
    assertThat(
            board.post("/people/parties", Map.of("name", name, "kind", "FEDERATION")).statusCode())
        .isEqualTo(409);
    assertThat(board.post("/people/parties", Map.of("name", "", "kind", "PRACTICE")).body())
        .contains("0 letters: expected a name")
        .contains("No kind of party is chosen");
    assertThat(
            board
                .post("/people/parties", Map.of("name", "x", "kind", "LMC", "place", "XYZ"))
                .statusCode())
        .as("another table")
        .isEqualTo(404);
  }

  private HttpResponse<String> invite(SignedIn by, Party party, Role role) {
    return by.post(
        "/people/parties/" + party.id() + "/invitations",
        Map.of("name", "Bea Quill", "email", email, "role", role.name()));
  }

  private static String link(HttpResponse<String> page) {
    Matcher link = LINK.matcher(page.body());
    assertThat(link.find()).as(page.body()).isTrue();
    return URI.create(link.group(1)).getPath();
  }
}
