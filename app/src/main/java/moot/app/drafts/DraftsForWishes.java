package moot.app.drafts;

import java.util.Optional;
import moot.app.access.Seat;
import moot.app.drafts.Rooms.Room;
import moot.app.wishes.DraftsToWeigh;
import org.springframework.stereotype.Component;

/** Drafts as they are weighed against what practices want. */
@Component
class DraftsForWishes implements DraftsToWeigh {
  private final DraftStore drafts;
  private final Rooms rooms;

  DraftsForWishes(DraftStore drafts, Rooms rooms) {
    this.drafts = drafts;
    this.rooms = rooms;
  }

  @Override
  public Optional<Weighable> find(Seat seat, long id) {
    return drafts
        .find(id)
        .filter(draft -> draft.isSeenBy(seat))
        .map(
            draft -> {
              Room room = rooms.at(draft.place(), draft.rules());
              DraftState state = drafts.getVersion(id, draft.current()).state();
              return new Weighable(
                  id,
                  draft.name(),
                  draft.shared(),
                  draft.isOf(seat),
                  draft.current(),
                  room.place(),
                  draft.rules().rules(),
                  state.networkOf(room.known()),
                  room.networkNames());
            });
  }
}
