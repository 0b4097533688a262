package moot.app.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import moot.app.access.Seat;
import moot.app.table.Waiting;
import moot.register.NetworkCode;
import moot.register.PracticeCode;
import moot.voice.consent.Change;
import org.junit.jupiter.api.Test;

/** Those who need not answer and are told. */
class ToldOnlyTest extends ConsentOnMereshire {
  @Test
  void whoIsOnlyToldFindsTheNoticeUntilItHolds() {
    // One that no other test changes.
    NetworkCode network =
        new TreeSet<>(now.values())
            .descendingSet().stream()
                .filter(each -> members(each).size() >= 3)
                .findFirst()
                .orElseThrow();
    PracticeCode leaver = members(network).getFirst();
    PracticeCode mate = members(network).get(1);
    PracticeCode stranger = members(twoNetworks().getLast()).getFirst();
    LocalDate effective = TODAY.plusDays(710);
    long id = desk.putting().change(facilitator, new Change.Leave(leaver), terms(ALL, effective));
    String link = "/table/consent/" + id;

    assertThat(waiting(TODAY, signatory(leaver), link))
        .extracting(Waiting::what)
        .containsExactly("Answer to “Six and six”");
    Seat manager = Seats.of(PLACE, PartyKind.PRACTICE, mate.value(), Role.EDITOR);
    for (Seat told : List.of(signatory(mate), manager)) {
      assertThat(waiting(TODAY, told, link))
          .singleElement()
          .satisfies(
              notice -> {
                assertThat(notice.what()).isEqualTo("Read what was put to others: “Six and six”");
                assertThat(notice.why()).contains(leaver.value()).contains("need not answer");
                assertThat(notice.until()).isEqualTo(CLOSES);
              });
    }
    assertThat(waiting(TODAY, signatory(stranger), link)).isEmpty();
    assertThat(waiting(TODAY, facilitator, link)).isEmpty();

    say(desk, id, leaver, YES);
    assertThat(waiting(TODAY, signatory(leaver), link)).isEmpty();
    assertThat(waiting(effective, manager, link))
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.what()).isEqualTo("Read what was sealed: “Six and six”");
              assertThat(notice.until()).isEqualTo(effective);
            });
    assertThat(waiting(effective.plusDays(1), manager, link)).as("it holds").isEmpty();

    long taken = desk.putting().change(facilitator, new Change.Leave(mate), terms(ALL));
    desk.withdrawing().withdraw(facilitator, taken, "We think again.");
    assertThat(waiting(TODAY, signatory(leaver), "/table/consent/" + taken))
        .as("what was withdrawn needs nobody")
        .isEmpty();
  }

  private List<Waiting> waiting(LocalDate day, Seat seat, String link) {
    return new ConsentAtTheTable(desk.proposals(), () -> day)
        .listWaiting(seat).stream().filter(one -> one.link().equals(link)).toList();
  }
}
