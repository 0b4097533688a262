package moot.app.wishes;

import moot.app.access.Seat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What practices want, for programs: what the page shows to the same seat, and nothing else. */
@RestController
class WishesApi {
  private final WishViews wishes;
  private final WeighingViews drafts;

  WishesApi(WishViews wishes, WeighingViews drafts) {
    this.wishes = wishes;
    this.drafts = drafts;
  }

  @GetMapping("/api/wishes")
  WishesSeen wishes(Seat seat) {
    ConfidenceVersion now = wishes.now(seat);
    return wishes.of(seat, now.number(), now.said(), "");
  }

  @GetMapping("/api/drafts/{id}/wishes")
  DraftWishes draft(Seat seat, @PathVariable long id) {
    return drafts.of(seat, id);
  }
}
