package moot.app.consent;

import static org.assertj.core.api.Assertions.assertThat;

import moot.app.access.PartyKind;
import moot.app.access.Role;
import moot.app.access.Seat;
import moot.register.PracticeCode;
import moot.voice.consent.Change;
import org.junit.jupiter.api.Test;

/** Who directs a network and who is paid. */
class NamingTest extends ConsentOnMereshire {
  @Test
  void theNetworkNamesWhoDirectsItAndWhoIsPaid() {
    PracticeCode leaver = members(twoNetworks().getFirst()).getFirst();
    PracticeCode mate = members(twoNetworks().getFirst()).get(1);
    long id = desk.putting().change(facilitator, new Change.Leave(leaver), terms(ALL));
    Seat manager = Seats.of(PLACE, PartyKind.PRACTICE, mate.value(), Role.EDITOR);
    Seat viewer = Seats.of(PLACE, PartyKind.PRACTICE, mate.value(), Role.VIEWER);

    assertThat(desk.naming().name(manager, id, 1, " Dr A. Osei ", "Millbrook Surgery")).isTrue();
    assertThat(desk.naming().name(manager, id, 1, "Dr A. Osei", "Millbrook Surgery")).isFalse();
    refused(403, "who directs it", () -> desk.naming().name(viewer, id, 1, "I", "I"));
    refused(404, "no network 9", () -> desk.naming().name(manager, id, 9, "I", "I"));
    assertThat(desk.get(facilitator, id).networks().getFirst().clinicalDirector())
        .isEqualTo("Dr A. Osei");
    assertThat(deeds(id)).containsExactly("consent.put", "network.named");
  }
}
