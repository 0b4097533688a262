package moot.app.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import moot.app.Chromium;
import moot.app.ServedTable;
import moot.app.SignedIn;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import moot.app.register.RegisterStore;
import moot.register.PracticeCode;
import moot.sample.Mereshire;
import moot.voice.consent.Answer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The pages of consent: in a browser on both widths, without script, and as those who may not. */
class ConsentPagesTest {
  private static final LocalDate EFFECTIVE = LocalDate.now().plusDays(300);
  private static final Pattern PROPOSAL = Pattern.compile(".*/table/consent/(\\d+).*");

  private final Proposals proposals = ServedTable.bean(Proposals.class);

  /** Of Mereshire, whoever else other tests have seated elsewhere. */
  private static SignedIn at(PartyKind kind, String code, Role role) {
    return SignedIn.as(Seats.of(Mereshire.PLACE, kind, code, role));
  }

  private static SignedIn chair() {
    return at(PartyKind.FACILITATOR, "CHAIR", Role.EDITOR);
  }

  private static Page enter(SignedIn visitor, int width, boolean script) {
    BrowserContext context =
        Chromium.get()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, 900)
                    .setJavaScriptEnabled(script)
                    .setBaseURL(ServedTable.address()));
    return visitor.enter(context).newPage();
  }

  private static void look(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/pictures/consent-" + name + ".png")));
    assertThat(new AxeBuilder(page).analyze().getViolations())
        .as("axe on " + name)
        .extracting(rule -> rule.getId() + " " + rule.getNodes())
        .isEmpty();
    int wide = (int) page.evaluate("document.documentElement.scrollWidth");
    assertThat(wide)
        .as("no sideways scrolling on " + name)
        .isLessThanOrEqualTo(page.viewportSize().width);
  }

  private static long id(String address) {
    var matcher = PROPOSAL.matcher(address);
    assertThat(matcher.matches()).as(address).isTrue();
    return Long.parseLong(matcher.group(1));
  }

  /** Today's networks, but the first practice on its own; shared with the table by the chair. */
  private static long draft() {
    SignedIn chair = chair();
    String shown =
        chair
            .post("/table/drafts", Map.of("name", "Nearly today", "from", "today"))
            .uri()
            .getPath();
    String address = shown.replaceAll("(/table/drafts/\\d+).*", "$1");
    for (var step :
        Map.of(
                "/change",
                Map.of("on", "1", "what", "move", "practice", "Z90001", "network", "+"),
                "/share",
                Map.<String, String>of())
            .entrySet()) {
      HttpResponse<String> done = chair.post(address + step.getKey(), step.getValue());
      assertThat(done.statusCode()).as(address + step.getKey() + done.body()).isEqualTo(200);
    }
    return Long.parseLong(address.substring(address.lastIndexOf('/') + 1));
  }

  private long put(String title, String rule) {
    SignedIn chair = chair();
    HttpResponse<String> put =
        chair.post(
            "/table/consent/new",
            Map.of(
                "draft",
                Long.toString(draft()),
                "title",
                title,
                "rule",
                rule,
                "percent",
                "50",
                "closes",
                LocalDate.now().plusDays(30).toString(),
                "effective",
                EFFECTIVE.toString()));
    assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
    return id(put.uri().toString());
  }

  private PracticeCode first(long id) {
    return proposals.get(chair().seat(), id).practices().stream()
        .filter(ProposedPractice::isAsked)
        .findFirst()
        .orElseThrow()
        .code();
  }

  @Test
  void fromPuttingADraftToTheRegistrationPack() throws Exception {
    SignedIn chair = chair();
    Page form = enter(chair, Chromium.DESKTOP, true);
    form.navigate("/table/drafts/" + draft());
    form.getByText("Put it to the practices").click();
    look(form, "new-1280");
    form.getByLabel("What it is called").fill("Quayside on its own");
    form.getByLabel("A majority of the practices and of their patients").check();
    form.getByLabel("Takes effect on").fill(EFFECTIVE.toString());
    form.getByText("Put it to the practices").click();
    long id = id(form.url());
    assertThat(form.textContent("main")).contains("has said nothing").contains("New 1");
    look(form, "put-1280");

    PracticeCode mine = first(id);
    SignedIn signatory = SignedIn.as(PartyKind.PRACTICE, mine.value(), Role.SIGNATORY);
    Page phone = enter(signatory, Chromium.PHONE, true);
    phone.navigate("/table");
    phone.getByText("Answer to “Quayside on its own”").click();
    look(phone, "answer-390");
    phone.getByLabel("We object").check();
    phone.getByText("Send the answer").click();
    assertThat(phone.textContent("[role=alert]")).contains("The reason is empty").contains("Maybe");
    phone.getByLabel("We agree on a condition").check();
    phone.getByLabel("The condition, or the reason").fill("a <b>bus</b> goes on Saturdays");
    phone.getByText("Send the answer").click();
    assertThat(phone.textContent("main"))
        .contains("“a <b>bus</b> goes on Saturdays”")
        .contains("agrees on a condition");
    look(phone, "condition-390");

    Page chairs = enter(chair, Chromium.DESKTOP, false);
    chairs.navigate("/table/consent/" + id);
    chairs.getByText("Record that it is met").click();
    assertThat(chairs.textContent("main")).contains("recorded as met and not yet confirmed");
    phone.navigate("/table/consent/" + id);
    phone.getByText("Yes, it is met: we agree").click();
    assertThat(phone.textContent("main")).contains("agrees; its condition is met");
    phone.locator("input[name=director]").first().fill("Dr Amara Osei");
    phone.locator("input[name=payee]").first().fill("Lantern Street Surgery");
    phone.getByText("Name them").first().click();

    for (ProposedPractice practice : proposals.get(chair.seat(), id).practices()) {
      if (practice.isAsked()
          && !practice.code().equals(mine)
          && proposals.get(chair.seat(), id).proposal().isOpen()) {
        ServedTable.bean(Answering.class)
            .answer(
                SignedIn.as(PartyKind.PRACTICE, practice.code().value(), Role.SIGNATORY).seat(),
                id,
                new Answer.Agrees(),
                0);
      }
    }
    Page sealed = enter(chair, Chromium.DESKTOP, true);
    sealed.navigate("/table/consent/" + id);
    assertThat(sealed.textContent("main")).contains("Sealed: the rule is met");
    look(sealed, "sealed-1280");
    phone.navigate("/table/consent/" + id);
    look(phone, "sealed-390");
    phone.navigate("/table/consent");
    look(phone, "list-390");
    sealed.navigate("/table/consent");
    look(sealed, "list-1280");

    byte[] pdf = bytes(chair, id, "pdf");
    Files.write(Path.of("target/pictures/registration-pack.pdf"), pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      String text = new PDFTextStripper().getText(document);
      assertThat(text)
          .contains("Registration pack: Quayside on its own")
          .contains("Dr Amara Osei")
          .contains("to be named by the network")
          .contains("PROVISIONAL-" + id)
          .contains("Schedule 7")
          .contains("outline is Moot's own")
          .contains("journal entry");
    }
    assertThat(new String(bytes(chair, id, "json"), StandardCharsets.UTF_8))
        .contains("\"clinicalDirector\" : \"Dr Amara Osei\"")
        .contains("\"effectiveOn\" : \"" + EFFECTIVE);
    assertThat(new String(bytes(chair, id, "csv"), StandardCharsets.UTF_8))
        .startsWith("network_code,code_is_provisional,network_name,practice_code")
        .contains(mine.value());
  }

  private static byte[] bytes(SignedIn visitor, long id, String ending) throws Exception {
    HttpResponse<byte[]> file =
        visitor
            .client()
            .send(
                HttpRequest.newBuilder(
                        URI.create(ServedTable.address())
                            .resolve("/table/consent/" + id + "/registration-pack." + ending))
                    .build(),
                BodyHandlers.ofByteArray());
    assertThat(file.statusCode()).isEqualTo(200);
    return file.body();
  }

  @Test
  void aChangeIsPutByAFormOfItsOwnOnAPhone() {
    SignedIn manager =
        at(
            PartyKind.PRACTICE,
            ServedTable.bean(RegisterStore.class)
                .getFormingPlace(Mereshire.PLACE)
                .practices()
                .getLast()
                .code()
                .value(),
            Role.EDITOR);
    Page phone = enter(manager, Chromium.PHONE, true);
    for (ProposalKind kind : ProposalKind.values()) {
      if (kind != ProposalKind.PLAN) {
        phone.navigate("/table/consent/change?kind=" + kind);
        look(phone, "change-" + kind + "-390");
      }
    }
    phone.navigate("/table/consent/change?kind=LEAVE");
    phone.getByLabel("What it is called").fill("");
    phone.getByText("Put it to those it touches").click();
    assertThat(phone.textContent("[role=alert]")).contains("The title is empty");
    look(phone, "change-wrong-390");
    phone.getByLabel("What it is called").fill("<script>alert(1)</script>");
    phone.getByLabel("Takes effect on").fill(EFFECTIVE.toString());
    phone.getByText("Put it to those it touches").click();
    assertThat(phone.textContent("h1")).isEqualTo("<script>alert(1)</script>");
    assertThat(phone.textContent("main")).contains("is told, not asked");
    look(phone, "leave-390");
  }

  @Test
  void whoMayNotIsRefused() {
    long id = put("Nearly", "EACH_PRACTICE");
    PracticeCode code = first(id);
    String answer = "/table/consent/" + id + "/answer";
    SignedIn viewer = SignedIn.as(PartyKind.PRACTICE, code.value(), Role.VIEWER);
    SignedIn manager = SignedIn.as(PartyKind.PRACTICE, code.value(), Role.EDITOR);
    SignedIn lmc = at(PartyKind.LMC, "LMC", Role.EDITOR);
    SignedIn elsewhere =
        SignedIn.as(
            SignedIn.seat(
                ServedTable.served(),
                PartyKind.PRACTICE,
                code.value(),
                "Elsewhere",
                "QQQ",
                Role.SIGNATORY));
    Map<String, String> yes = Map.of("answer", "AGREES", "after", "0");

    for (SignedIn visitor : List.of(viewer, manager, lmc)) {
      assertThat(visitor.post(answer, yes).statusCode()).isEqualTo(403);
      assertThat(visitor.get("/table/consent/" + id).statusCode()).isEqualTo(200);
    }
    assertThat(elsewhere.post(answer, yes).statusCode()).isEqualTo(404);
    assertThat(elsewhere.get("/table/consent/" + id).statusCode()).isEqualTo(404);
    assertThat(words(elsewhere, id))
        .as("the same words as for one that is not there")
        .isEqualTo(words(elsewhere, 987_654));
    assertThat(elsewhere.get("/table/consent/" + id + "/map.svg").statusCode()).isEqualTo(404);
    assertThat(lmc.get("/table/consent/new").statusCode()).isEqualTo(403);
    assertThat(manager.get("/table/consent/" + id + "/registration-pack.pdf").statusCode())
        .as("not sealed")
        .isEqualTo(404);
    assertThat(proposals.get(chair().seat(), id).given()).isEmpty();
  }

  private static String words(SignedIn visitor, long id) {
    String body = visitor.get("/table/consent/" + id).body();
    return body.substring(body.indexOf("<h1>"), body.indexOf("</main>"))
        .replace(String.format("%d", id), "ID");
  }

  @Test
  void anAnswerThatIsSentAgainChangesNothing() {
    long id = put("Sent again", "EACH_PRACTICE");
    SignedIn signatory = SignedIn.as(PartyKind.PRACTICE, first(id).value(), Role.SIGNATORY);
    String answer = "/table/consent/" + id + "/answer";
    Map<String, String> yes = Map.of("answer", "AGREES", "after", "0");

    assertThat(signatory.post(answer, yes).statusCode()).isEqualTo(200);
    assertThat(signatory.post(answer, yes).statusCode()).isEqualTo(200);
    long first = proposals.get(signatory.seat(), id).given().values().iterator().next().id();
    signatory.post(
        answer, Map.of("answer", "OBJECTS", "words", "no", "after", Long.toString(first)));
    HttpResponse<String> replayed = signatory.post(answer, yes);

    assertThat(replayed.body()).contains("has answered since this form was shown");
    assertThat(proposals.get(signatory.seat(), id).given().values())
        .singleElement()
        .satisfies(given -> assertThat(given.answer()).isInstanceOf(Answer.Objects.class));
    assertThat(
            signatory
                .post(answer, Map.of("answer", "MAYBE", "words", "x", "after", "0"))
                .statusCode())
        .isEqualTo(400);
    assertThat(
            signatory
                .post(answer, Map.of("answer", "OBJECTS", "words", "x".repeat(2_000), "after", "0"))
                .body())
        .contains("2,000 characters");
  }
}
