package moot.app.consent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import moot.app.access.Seat;
import moot.register.PracticeCode;

/** Where plans come from that can be put to practices: the drafts that a place shares. */
public interface ProposedPlans {

  /**
   * A version of a draft that is shared with the table.
   *
   * @param version counted from 1
   */
  record Shared(long draft, int version, String name) {}

  /**
   * Who would be with whom.
   *
   * @param networks each practice's network by its name in the draft; practices in none are left
   *     out
   */
  record Assignment(Shared draft, Map<PracticeCode, String> networks) {}

  /** The newest version of each draft that is shared with the table at which somebody sits. */
  List<Shared> listShared(Seat seat);

  /** The newest version of one of them. */
  Optional<Assignment> findShared(Seat seat, long draft);
}
