package moot.formation.search;

import java.time.Duration;
import moot.formation.Progress;

/** Says whether to go on, and tells the listener where the search stands. */
final class Clock {
  private static final long TELL_EVERY = 200_000_000L;

  private final long start = System.nanoTime();
  private final long time;
  private final Progress.Listener listener;
  private long told = start - TELL_EVERY;
  private String phase = "starting";
  private double incumbent = Double.NaN;
  private double bound;
  private boolean stopped;

  Clock(Duration time, Progress.Listener listener) {
    this.listener = listener;
    this.time = time.compareTo(Duration.ofDays(3650)) > 0 ? Long.MAX_VALUE : time.toNanos();
  }

  /** Asked from inner loops; cheap. */
  boolean goOn() {
    if (stopped) {
      return false;
    }
    long now = System.nanoTime();
    if (now - start > time) {
      stopped = true;
    } else if (now - told > TELL_EVERY) {
      tell(now);
    }
    return !stopped;
  }

  private void tell(long now) {
    told = now;
    if (!listener.goOn(new Progress(phase, incumbent, bound, (now - start) / 1e9))) {
      stopped = true;
    }
  }

  void phase(String words) {
    phase = words;
  }

  void found(double cost) {
    incumbent = cost;
    tell(System.nanoTime());
  }

  void proved(double lower) {
    bound = lower;
  }

  /** Another search begins under the same clock. */
  void anew() {
    incumbent = Double.NaN;
    bound = 0;
  }

  void last() {
    phase = "done";
    boolean before = stopped;
    tell(System.nanoTime());
    stopped = before;
  }

  double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }
}
