package moot.app.consent;

import static org.assertj.core.api.Assertions.assertThat;

import moot.app.access.PartyKind;
import moot.app.access.Role;
import moot.app.access.Seat;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.register.PracticeCode;
import moot.voice.consent.Change;
import org.junit.jupiter.api.Test;

/** What is not a seat's to do: for others, at another table, in a role that may not. */
class WhoMayTest extends ConsentOnMereshire {
  @Test
  void nobodyAnswersForOthersNorAtAnotherTable() {
    NetworkCode network = twoNetworks().getFirst();
    PracticeCode leaver = members(network).getFirst();
    PracticeCode other = members(network).get(1);
    long id = desk.putting().change(facilitator, new Change.Leave(leaver), terms(ALL));
    Seat elsewhere =
        Seats.of(new PlaceCode("QQQ"), PartyKind.PRACTICE, leaver.value(), Role.SIGNATORY);
    Seat manager = Seats.of(PLACE, PartyKind.PRACTICE, leaver.value(), Role.EDITOR);
    Seat lmc = Seats.of(PLACE, PartyKind.LMC, "LMC", Role.SIGNATORY);

    refused(403, "nobody can answer here", () -> desk.answer(signatory(other), id, YES, 0));
    refused(403, "nobody can answer here", () -> desk.answer(manager, id, YES, 0));
    refused(403, "nobody can answer here", () -> desk.answer(facilitator, id, YES, 0));
    refused(403, "nobody can answer here", () -> desk.answer(lmc, id, YES, 0));
    refused(404, "at this table", () -> desk.answer(elsewhere, id, YES, 0));
    refused(404, "at this table", () -> desk.get(elsewhere, id));
    refused(404, "at this table", () -> desk.withdrawing().withdraw(elsewhere, id, "mine"));
    refused(404, "at this table", () -> desk.naming().name(elsewhere, id, 1, "I", "I"));
    refused(404, "at this table", () -> desk.get(facilitator, 999_999));
    refused(403, "can withdraw", () -> desk.withdrawing().withdraw(lmc, id, "mine"));
    refused(403, "nobody can put", () -> desk.putting().plan(lmc, 7, terms(ALL)));
    refused(404, "no shared draft", () -> desk.putting().plan(facilitator, 8, terms(ALL)));
    refused(
        403,
        "who directs it",
        () ->
            desk.naming()
                .name(
                    signatory(
                        now.keySet().stream()
                            .filter(code -> !network.equals(now.get(code)))
                            .findFirst()
                            .orElseThrow()),
                    id,
                    1,
                    "I",
                    "I"));
    assertThat(deeds(id)).containsExactly("consent.put");
    assertThat(desk.proposals().list(elsewhere)).isEmpty();
  }
}
