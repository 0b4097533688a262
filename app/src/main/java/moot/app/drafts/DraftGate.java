package moot.app.drafts;

import java.util.Optional;
import moot.app.access.Seat;
import moot.app.table.SubjectGate;
import org.springframework.stereotype.Component;

/** Lets those talk about a draft who may see it. */
@Component
class DraftGate implements SubjectGate {
  private final DraftStore drafts;

  DraftGate(DraftStore drafts) {
    this.drafts = drafts;
  }

  @Override
  public String kind() {
    return "draft";
  }

  @Override
  public Optional<Sight> find(Seat seat, String id) {
    if (!id.matches("[0-9]{1,18}")) {
      return Optional.empty();
    }
    return drafts
        .find(Long.parseLong(id))
        .filter(draft -> draft.isSeenBy(seat))
        .map(draft -> new Sight(draft.name(), "/table/drafts/" + draft.id()));
  }
}
