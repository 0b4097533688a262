package moot.app.jobs;

import java.util.function.BooleanSupplier;

/**
 * A kind of background work; a feature adds a bean of it and asks {@link JobQueue} to do one.
 *
 * <p>Work that was begun when Moot ended, however it ended, is begun again at the next start.
 */
public interface Job {
  /** Never changes: work that waits in the database is found by it. */
  String name();

  /**
   * Does one piece of work to its end.
   *
   * @param id which; what it means is the feature's own
   * @param ending becomes true when Moot is about to end; then {@code run} returns soon, and is
   *     called again at the next start
   */
  void run(String id, BooleanSupplier ending);
}
