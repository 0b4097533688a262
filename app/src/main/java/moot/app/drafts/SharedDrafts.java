package moot.app.drafts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import moot.app.access.Seat;
import moot.register.PlaceCode;
import moot.register.PracticeCode;
import org.springframework.stereotype.Component;

/** The drafts that lie on a place's table, for features that take one further. */
@Component
public class SharedDrafts {
  private final DraftStore drafts;

  SharedDrafts(DraftStore drafts) {
    this.drafts = drafts;
  }

  /**
   * The drafts that are shared at the seat's table, newest change first; those that its party keeps
   * to itself are not among them.
   */
  public List<Draft> list(Seat seat) {
    PlaceCode place = seat.party().place();
    return place == null
        ? List.of()
        : drafts.list(place, seat.party().id()).stream().filter(Draft::shared).toList();
  }

  /** One of them. */
  public Optional<Draft> find(Seat seat, long id) {
    return drafts.find(id).filter(draft -> draft.shared() && draft.isSeenBy(seat));
  }

  /** Each practice's network by its name in the version that holds; whoever is in none is not. */
  public Map<PracticeCode, String> networks(Draft draft) {
    Map<PracticeCode, String> networks = new TreeMap<>();
    drafts
        .getVersion(draft.id(), draft.current())
        .state()
        .networkOf()
        .forEach((code, network) -> networks.put(new PracticeCode(code), network));
    return networks;
  }
}
