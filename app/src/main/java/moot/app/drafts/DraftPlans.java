package moot.app.drafts;

import moot.app.drafts.Rooms.Room;
import moot.formation.Forming;
import moot.formation.Plan;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Drafts as plans: priced by their rules and locks, as every paper prices plans. */
@Component
class DraftPlans {
  private final DraftDesk desk;
  private final Rooms rooms;

  DraftPlans(DraftDesk desk, Rooms rooms) {
    this.desk = desk;
    this.rooms = rooms;
  }

  /**
   * A version of a draft.
   *
   * @param version its number; null for the newest
   */
  Plan of(Draft draft, @Nullable Integer version) {
    DraftState state = desk.getVersion(draft, version == null ? draft.current() : version).state();
    Room room = rooms.at(draft.place(), draft.rules());
    return Forming.priced(
        room.place(),
        room.drafting()
            .rest(state.networkOf(room.known()), state.keep(), state.locks(room.known())),
        state.networkOf(room.known()));
  }
}
