package moot.app.wishes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import moot.app.ServedTable;
import moot.app.SignedIn;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import moot.app.access.Seat;
import moot.app.web.ToldToVisitors;
import moot.formation.Wish;
import moot.register.PracticeCode;
import moot.sample.Mereshire;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What practices say, what they publish of it, and when it is counted. */
class WishDeskTest {
  private final WishDesk desk = ServedTable.bean(WishDesk.class);
  private final WishStore store = ServedTable.bean(WishStore.class);
  private final Answers answers = ServedTable.bean(Answers.class);
  private final JdbcClient jdbc = ServedTable.bean(JdbcClient.class);
  private final Saying saying = new Saying();
  private final List<String> codes = saying.codes();

  @Test
  void everyVersionIsKept_andTheJournalSaysThatToTheirOwnAlone() {
    String code = codes.get(20);
    Seat editor = Saying.seat(code, Role.EDITOR);
    assertThat(desk.listWaiting(editor))
        .singleElement()
        .satisfies(one -> assertThat(one.what()).isEqualTo("Say what your practice wants"));
    saying.says(code, Stance.RELUCTANT, "A lift", Map.of(codes.get(21), Wish.NEVER));
    saying.says(code, Stance.RELUCTANT, "A lift", Map.of(codes.get(21), Wish.NEVER));
    saying.says(code, Stance.WILLING, "", Map.of());
    assertThat(store.list(editor.party().id(), 9))
        .extracting(ConfidenceVersion::number)
        .containsExactly(2, 1);
    assertThat(desk.listWaiting(editor)).isEmpty();

    assertThatThrownBy(() -> desk.keep(editor, 1, Confidence.NOTHING))
        .isInstanceOf(WishDesk.Overtaken.class);
    assertThatThrownBy(() -> desk.keep(Saying.seat(code, Role.VIEWER), 2, Confidence.NOTHING))
        .isInstanceOf(ToldToVisitors.class)
        .hasMessageContaining("A viewer reads");
    assertThatThrownBy(
            () -> desk.keep(SignedIn.as(PartyKind.LMC, Role.EDITOR).seat(), 0, Confidence.NOTHING))
        .hasMessageContaining("only practices say");
    assertThatThrownBy(() -> jdbc.sql("delete from wishes.version").update())
        .hasMessageContaining("written once");

    String entries = "/journal?subject=practice:" + code;
    assertThat(SignedIn.as(editor).get("/journal").body()).contains("said in confidence");
    assertThat(SignedIn.as(PartyKind.FACILITATOR, Role.EDITOR).get(entries).body())
        .doesNotContain("said in confidence");
  }

  @Test
  void onlyWhatASignatoryTicksIsPublished_asItWasThen_untilItIsTakenBack() {
    String code = codes.get(30);
    String other = codes.get(31);
    Seat signatory = Saying.seat(code, Role.SIGNATORY);
    saying.says(code, Stance.RELUCTANT, "A lift", Map.of(other, Wish.RATHER_NOT));
    assertThat(store.findPublished(signatory)).isEmpty();
    assertThatThrownBy(
            () -> desk.publish(Saying.seat(code, Role.EDITOR), 1, Set.of(Published.STANCE)))
        .hasMessageContaining("expected its authorised signatory");
    saying.publishes(code, Published.STANCE, Published.WISH + other);
    assertThat(store.findPublished(signatory).orElseThrow().parts())
        .isEqualTo(Map.of("stance", "RELUCTANT", "wish:" + other, "RATHER_NOT"));

    saying.says(code, Stance.WILLING, "A lift", Map.of());
    assertThat(store.findPublished(signatory).orElseThrow().stance()).isEqualTo(Stance.RELUCTANT);
    assertThatThrownBy(() -> saying.publishes(code, Published.WISH + other))
        .hasMessageContaining("nothing of that kind");
    saying.publishes(code, Published.CONDITIONS);
    assertThat(store.findPublished(signatory).orElseThrow().parts())
        .isEqualTo(Map.of("conditions", "A lift"));
    saying.publishes(code);
    assertThat(store.findPublished(signatory)).isEmpty();
    assertThat(SignedIn.as(PartyKind.LMC, Role.VIEWER).get("/journal").body())
        .contains("no longer publishes what it needs first")
        .doesNotContain("A lift");
  }

  @Test
  void aNewRoundIsTakenOnlyWhenFiveHaveSaidSomethingElse() {
    saying.aRoundSays(8, Wish.RATHER_NOT);
    long round = answers.newest(Mereshire.PLACE).orElseThrow().id();
    saying.aRoundSays(4, Wish.NEVER);
    assertThat(answers.newest(Mereshire.PLACE).orElseThrow().id()).isEqualTo(round);
    saying.aRoundSays(8, Wish.NEVER);
    Answers.Round next = answers.newest(Mereshire.PLACE).orElseThrow();
    assertThat(next.id()).isGreaterThan(round);
    assertThat(next.preferences()).anySatisfy(p -> assertThat(p.dislike()).isEqualTo(1));

    Seat facilitator = SignedIn.as(PartyKind.FACILITATOR, Role.EDITOR).seat();
    Set<PracticeCode> few = new java.util.TreeSet<>();
    codes.reversed().stream().limit(4).forEach(code -> few.add(new PracticeCode(code)));
    assertThatThrownBy(() -> answers.ask(facilitator, few, "draft:1", "asked"))
        .hasMessageContaining("Fewer than 5")
        .hasMessageContaining("Maybe");
    assertThatThrownBy(
            () ->
                answers.ask(
                    SignedIn.as(PartyKind.PRACTICE, Role.SIGNATORY).seat(),
                    few,
                    "draft:1",
                    "asked"))
        .hasMessageContaining("only the facilitator and the system");
  }

  @Test
  void aDraftThatIsAlmostAsOneWeighedBeforeIsNotWeighed() {
    saying.aRoundSays(8, Wish.WITH);
    SignedIn facilitator = SignedIn.as(PartyKind.FACILITATOR, Role.EDITOR);
    String address =
        facilitator
            .post("/table/drafts", Map.of("name", "Little by little", "from", "today"))
            .uri()
            .getPath();
    assertThat(facilitator.post(address + "/wishes/weigh", Map.of()).statusCode()).isEqualTo(400);
    facilitator.post(address + "/share", Map.of());
    assertThat(facilitator.post(address + "/wishes/weigh", Map.of()).body()).contains("in 10");
    assertThat(
            SignedIn.as(PartyKind.SYSTEM, Role.EDITOR)
                .post(address + "/wishes/weigh", Map.of())
                .statusCode())
        .isEqualTo(403);

    // One of those who have said something leaves a network alone.
    Map<String, String> out = new TreeMap<>();
    out.put("on", "1");
    out.put("what", "move");
    out.put("network", "-");
    String answered =
        answers.newest(Mereshire.PLACE).orElseThrow().wishes().keySet().iterator().next();
    out.put("practice", answered);
    facilitator.post(address + "/change", out);
    String again = facilitator.post(address + "/wishes/weigh", Map.of()).body();
    assertThat(again).containsAnyOf("almost the same", "in 10");
    assertThat(facilitator.get(address + "/wishes").body()).contains("In no network of this draft");
  }
}
