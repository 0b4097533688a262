package moot.app.consent;

import static org.assertj.core.api.Assertions.assertThat;

import moot.app.access.Seat;
import moot.register.PracticeCode;
import moot.voice.consent.Answer;
import moot.voice.consent.Change;
import org.junit.jupiter.api.Test;

/** Agreeing on a condition. */
class ConditionsTest extends ConsentOnMereshire {
  @Test
  void aConditionIsRecordedByTheFacilitatorAndConfirmedByThePractice() {
    PracticeCode leaver = members(twoNetworks().getFirst()).getLast();
    Answer condition = new Answer.AgreesOn("the lease is signed");
    long id =
        desk.putting()
            .change(facilitator, new Change.Leave(leaver), terms(ALL, TODAY.plusDays(500)));
    say(desk, id, leaver, condition);
    long answer = lastAnswer(id, leaver);
    Seat practice = signatory(leaver);

    refused(409, "has not recorded", () -> desk.conditions().confirm(practice, id, answer));
    refused(
        403, "Only the facilitator", () -> desk.conditions().record(practice, id, leaver, answer));
    refused(409, "no such condition", () -> desk.conditions().record(facilitator, id, leaver, 1));
    assertThat(desk.conditions().record(facilitator, id, leaver, answer)).isTrue();
    assertThat(desk.conditions().record(facilitator, id, leaver, answer)).as("again").isFalse();
    assertThat(desk.get(facilitator, id).proposal().isOpen()).isTrue();

    assertThat(desk.conditions().confirm(practice, id, answer)).isTrue();
    assertThat(desk.get(facilitator, id).proposal().state()).isEqualTo(ProposalState.SEALED);
    assertThat(deeds(id))
        .containsExactly(
            "consent.put",
            "consent.given",
            "consent.condition.recorded",
            "consent.condition.confirmed",
            "change.sealed");
  }
}
