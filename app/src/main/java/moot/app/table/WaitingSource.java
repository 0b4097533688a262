package moot.app.table;

import java.util.List;
import moot.app.access.Seat;

/** A feature in which things may wait for a seat. Each such bean adds to the page of the table. */
public interface WaitingSource {
  /** What waits there, the most urgent first. */
  List<Waiting> listWaiting(Seat seat);
}
