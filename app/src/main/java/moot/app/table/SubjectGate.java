package moot.app.table;

import java.util.Optional;
import moot.app.access.Seat;

/** A feature that has things which people talk about, and knows who may see them. */
public interface SubjectGate {
  /** The kind of its subjects, for example {@code draft}. */
  String kind();

  /**
   * What a seat may know of a subject.
   *
   * @param id the part after the colon: of {@code draft:12}, 12
   * @return nothing when there is none, or the seat may not see it; the two are not told apart
   */
  Optional<Sight> find(Seat seat, String id);

  /**
   * @param title of the subject, in words
   * @param link where it is
   */
  record Sight(String title, String link) {}
}
