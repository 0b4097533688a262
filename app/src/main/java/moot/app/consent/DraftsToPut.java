package moot.app.consent;

import java.util.List;
import java.util.Optional;
import moot.app.access.Seat;
import moot.app.drafts.Draft;
import moot.app.drafts.SharedDrafts;
import org.springframework.stereotype.Component;

/** Plans that can be put are the drafts that are shared with the table. */
@Component
class DraftsToPut implements ProposedPlans {
  private final SharedDrafts drafts;

  DraftsToPut(SharedDrafts drafts) {
    this.drafts = drafts;
  }

  @Override
  public List<Shared> listShared(Seat seat) {
    return drafts.list(seat).stream().map(DraftsToPut::shared).toList();
  }

  @Override
  public Optional<Assignment> findShared(Seat seat, long draft) {
    return drafts
        .find(seat, draft)
        .map(found -> new Assignment(shared(found), drafts.networks(found)));
  }

  private static Shared shared(Draft draft) {
    return new Shared(draft.id(), draft.current(), draft.name());
  }
}
