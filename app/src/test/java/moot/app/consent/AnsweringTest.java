package moot.app.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import moot.app.access.Seat;
import moot.register.PracticeCode;
import org.junit.jupiter.api.Test;

/** What practices say to a proposal, and that it stays said. */
class AnsweringTest extends ConsentOnMereshire {
  @Test
  void anAnswerThatIsSentTwiceCountsOnceAndAnOldOneChangesNothing() {
    long id = desk.putting().plan(facilitator, 7, terms(ALL));
    PracticeCode code = now.keySet().iterator().next();
    Seat seat = signatory(code);

    assertThat(desk.answer(seat, id, YES, 0)).isTrue();
    assertThat(desk.answer(seat, id, YES, 0)).as("sent twice").isFalse();
    long first = lastAnswer(id, code);
    assertThat(desk.answer(seat, id, NO, first)).as("thought otherwise").isTrue();
    refused(409, "has answered since", () -> desk.answer(seat, id, YES, 0));
    refused(409, "has answered since", () -> desk.answer(seat, id, YES, first));

    assertThat(desk.get(facilitator, id).given().get(code))
        .satisfies(given -> assertThat(given.answer()).isEqualTo(NO));
    assertThat(deeds(id)).containsExactly("consent.put", "consent.given", "consent.given");
  }

  @Test
  void theSameAnswerFromManyAtOnceIsOneEntry() throws Exception {
    long id = desk.putting().plan(facilitator, 7, terms(ALL));
    Seat seat = signatory(now.keySet().iterator().next());
    try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
      List<Callable<Boolean>> all = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        all.add(() -> desk.answer(seat, id, YES, 0));
      }
      int changed = 0;
      for (Future<Boolean> done : pool.invokeAll(all)) {
        changed += done.get() ? 1 : 0;
      }
      assertThat(changed).isEqualTo(1);
    }
    assertThat(deeds(id)).containsExactly("consent.put", "consent.given");
  }

  @Test
  void whatWasPutAndSaidCannotBeRewritten() {
    long id = desk.putting().plan(facilitator, 7, terms(ALL));
    PracticeCode code = now.keySet().iterator().next();
    say(desk, id, code, YES);
    for (String sql :
        List.of(
            "update consent.proposal set rule = 'DOUBLE_MAJORITY' where id = " + id,
            "update consent.proposal set closes_on = closes_on + 1 where id = " + id,
            "update consent.practice set patients = 1 where proposal = " + id,
            "update consent.answer set answer = 'OBJECTS', words = 'x' where proposal = " + id,
            "delete from consent.answer where proposal = " + id,
            "delete from consent.proposal where id = " + id)) {
      assertThatThrownBy(() -> jdbc.sql(sql).update()).as(sql).hasMessageContaining("keeps");
    }
    assertThat(desk.withdrawing().withdraw(facilitator, id, "We start again.")).isTrue();
    assertThat(desk.withdrawing().withdraw(facilitator, id, "We start again."))
        .as("again")
        .isFalse();
    refused(409, "has ended", () -> desk.answer(signatory(code), id, NO, lastAnswer(id, code)));
    assertThat(deeds(id)).containsExactly("consent.put", "consent.given", "consent.withdrawn");
  }
}
