package moot.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import moot.app.MootApplication;
import moot.app.MootApplication.Served;
import moot.app.ServedTable;
import moot.app.SignedIn;
import moot.app.people.Invitations;
import moot.app.register.RegisterForTests;
import org.junit.jupiter.api.Test;

/** Coming in: in the demo by a click, in a real installation by an invitation and a password. */
class SigningInTest {
  private static final String PASSWORD = "correct horse battery";

  @Test
  void withoutSigningInThereIsNothingToSee() {
    SignedIn nobody = SignedIn.nobody(ServedTable.served());
    assertThat(nobody.get("/forming/places/ZME").uri())
        .hasPath("/sign-in")
        .hasQuery("next=/forming/places/ZME");
    assertThat(nobody.get("/no/such/page").statusCode()).isEqualTo(404);
    assertThat(nobody.get("/").uri()).hasPath("/sign-in");
  }

  @Test
  void theHeadOfEachPageSaysForWhomOneActs() {
    SignedIn visitor = SignedIn.as(PartyKind.PRACTICE, Role.SIGNATORY);
    Seat seat = visitor.seat();
    assertThat(visitor.get("/forming").body())
        .contains("<strong>" + seat.personName() + "</strong> for")
        .contains("<strong>" + seat.party().name() + "</strong>, authorised signatory")
        .contains("This is a demo");
    assertThat(visitor.get("/forming/runs/999999").body())
        .contains("<strong>" + seat.personName() + "</strong> for");
  }

  @Test
  void somebodyWithTwoSeatsPicksOneAndActsForThatAlone() {
    SeatStore seats = ServedTable.bean(SeatStore.class);
    Seat practice =
        seats.list().stream()
            .filter(seat -> seat.party().kind() == PartyKind.PRACTICE)
            .filter(seat -> seats.listOfPerson(seat.personId()).size() == 2)
            .findFirst()
            .orElseThrow();
    Seat network =
        seats.listOfPerson(practice.personId()).stream()
            .filter(seat -> seat.party().kind() == PartyKind.NETWORK)
            .findFirst()
            .orElseThrow();
    SignedIn visitor = SignedIn.as(practice);
    assertThat(visitor.post("/seats", Map.of("seat", "" + network.id())).body())
        .contains("for <strong>" + network.party().name() + "</strong>, authorised signatory");
    assertThat(
            visitor
                .post(
                    "/seats",
                    Map.of("seat", "" + SignedIn.as(PartyKind.LMC, Role.EDITOR).seat().id()))
                .statusCode())
        .as("somebody else's seat")
        .isEqualTo(404);
  }

  @Test
  void theTableDecidesAndRefusalsAreInWords() {
    SignedIn viewer = SignedIn.as(PartyKind.LMC, Role.VIEWER);
    assertThat(viewer.get("/forming/places/ZME").statusCode()).isEqualTo(200);
    assertThat(viewer.get("/forming/places/ZME").body()).doesNotContain(">Form networks<");
    HttpResponse<String> refused = viewer.get("/forming/places/ZME/new");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("as viewer. This is open to editor, authorised signatory");
    assertThat(viewer.get("/imports").statusCode()).isEqualTo(403);
    assertThat(viewer.get("/forming").body()).doesNotContain("href=\"/imports\"");
    assertThat(SignedIn.as(PartyKind.SYSTEM, Role.ADMINISTRATOR).get("/imports").statusCode())
        .isEqualTo(200);
    assertThat(viewer.get("/forming/places").body()).contains("Mereshire");
  }

  @Test
  void onePlaceDoesNotSeeAnother() {
    Served served = ServedTable.served();
    SignedIn stranger =
        SignedIn.as(
            served,
            SignedIn.seat(
                served, PartyKind.FACILITATOR, "facilitator", "Elsewhere", "XYZ", Role.EDITOR));
    assertThat(stranger.get("/forming/places/ZME").statusCode()).isEqualTo(404);
    assertThat(stranger.get("/forming/places/ZME/today.svg").statusCode()).isEqualTo(404);
    assertThat(stranger.get("/forming/places").body()).doesNotContain("/forming/places/ZME");
  }

  @Test
  void signingInBeginsASessionOfItsOwn_andSigningOutEndsIt() throws Exception {
    SignedIn visitor = SignedIn.as(PartyKind.LMC, Role.EDITOR);
    String first = session(visitor);
    visitor.post("/sign-in/as", Map.of("seat", "" + visitor.seat().id()));
    assertThat(session(visitor)).isNotEqualTo(first);
    assertThat(withSession(first).uri()).as("the session before").hasPath("/sign-in");
    assertThat(withSession("made-up-by-somebody").uri()).hasPath("/sign-in");

    String second = session(visitor);
    assertThat(withSession(second).uri()).hasPath("/seats");
    visitor.post("/sign-out", Map.of());
    assertThat(withSession(second).uri()).hasPath("/sign-in");
  }

  @Test
  void theCookieIsOutOfReachOfScriptsAndOfOtherSites() throws Exception {
    SignedIn visitor = SignedIn.nobody(ServedTable.served());
    Seat seat = SignedIn.as(PartyKind.LMC, Role.EDITOR).seat();
    HttpResponse<String> answer =
        HttpClient.newBuilder()
            .cookieHandler(visitor.client().cookieHandler().orElseThrow())
            .build()
            .send(
                HttpRequest.newBuilder(URI.create(ServedTable.address()).resolve("/sign-in/as"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            "seat=" + seat.id() + "&_csrf=" + visitor.token()))
                    .build(),
                BodyHandlers.ofString());
    assertThat(answer.headers().allValues("Set-Cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("moot=")
                    .contains("HttpOnly")
                    .contains("SameSite=Lax"));
  }

  @Test
  void nobodyIsLedToAnotherSite() {
    SignedIn visitor = SignedIn.as(PartyKind.LMC, Role.EDITOR);
    for (String next : new String[] {"//evil.example", "/\\evil.example", "https://evil.example"}) {
      assertThat(
              visitor
                  .post("/sign-in/as", Map.of("seat", "" + visitor.seat().id(), "next", next))
                  .uri()
                  .getHost())
          .isEqualTo("127.0.0.1");
    }
  }

  @Test
  void aRealInstallationBeginsWithOneAdministratorAndNoDefaultPassword() {
    RegisterForTests.emptied();
    try (Served served = MootApplication.serve(RegisterForTests.openAgain(), "127.0.0.1", 0)) {
      Invitations invitations = served.context().getBean(Invitations.class);
      SignedIn visitor = SignedIn.nobody(served);
      assertThat(visitor.get("/sign-in").body()).doesNotContain("Who are you today?");
      assertThat(visitor.post("/sign-in/as", Map.of("seat", "1")).statusCode()).isEqualTo(404);

      String link =
          "/invitations/" + invitations.inviteAdministrator("Ada Okoro", "ada@install.example");
      assertThat(visitor.get(link).body()).contains("ada@install.example").contains("Ada Okoro");
      assertThat(accept(visitor, link, "short").body()).contains("5 characters: expected 12 to 72");
      assertThat(accept(visitor, link, PASSWORD).body())
          .contains("<strong>Ada Okoro</strong> for <strong>This installation</strong>")
          .doesNotContain("This is a demo");

      SignedIn later = SignedIn.nobody(served);
      assertThat(later.get(link).statusCode()).as("used").isEqualTo(404);
      assertThat(accept(later, link, PASSWORD).statusCode()).isEqualTo(404);
      HttpResponse<String> wrong = signIn(later, "ada@install.example", "wrong horse battery");
      assertThat(wrong.statusCode()).isEqualTo(401);
      assertThat(wrong.body())
          .contains("do not belong together here")
          .doesNotContain("Nobody looks after");
      assertThat(signIn(later, "nobody@install.example", PASSWORD).statusCode()).isEqualTo(401);
      HttpResponse<String> in = signIn(later, "Ada@Install.example", PASSWORD);
      assertThat(in.uri()).hasPath("/table");
      assertThat(in.body()).contains("<strong>Ada Okoro</strong>");
    }
  }

  private static HttpResponse<String> accept(SignedIn visitor, String link, String password) {
    return visitor.post(link, Map.of("name", "Ada Okoro", "password", password, "again", password));
  }

  private static HttpResponse<String> signIn(SignedIn visitor, String email, String password) {
    return visitor.post("/sign-in", Map.of("email", email, "password", password));
  }

  private static String session(SignedIn visitor) {
    return ((CookieManager) visitor.client().cookieHandler().orElseThrow())
        .getCookieStore().getCookies().stream()
            .filter(cookie -> cookie.getName().equals("moot"))
            .map(HttpCookie::getValue)
            .findFirst()
            .orElseThrow();
  }

  /** What a browser sees that has this session and nothing else. */
  private static HttpResponse<String> withSession(String session) throws Exception {
    return HttpClient.newBuilder()
        .followRedirects(HttpClient.Redirect.NORMAL)
        .build()
        .send(
            HttpRequest.newBuilder(URI.create(ServedTable.address()).resolve("/seats"))
                .header("Accept", "text/html")
                .header("Cookie", "moot=" + session)
                .build(),
            BodyHandlers.ofString());
  }
}
