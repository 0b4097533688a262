package moot.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import moot.formation.Progress;
import moot.papers.Wording;

/**
 * Says on standard error where the searches stand: one line that is written over on a terminal, a
 * line now and then elsewhere.
 */
final class ProgressLine {
  private static final long TERMINAL_PAUSE = 200_000_000L;
  private static final long PLAIN_PAUSE = 5_000_000_000L;
  private static final int WIDTH = 100;

  private final PrintWriter err;
  private final boolean terminal;
  private final int places;
  private final long start = System.nanoTime();
  private final Map<String, Progress> running = new TreeMap<>();
  private int finished;
  private long last = Long.MIN_VALUE;
  private int shown;

  /**
   * @param places how many will be planned
   */
  ProgressLine(PrintWriter err, boolean terminal, int places) {
    this.err = err;
    this.terminal = terminal;
    this.places = places;
  }

  /** Whether somebody watches standard error. */
  static boolean onTerminal() {
    var console = System.console();
    return console != null && console.isTerminal();
  }

  synchronized void at(String place, Progress progress) {
    Progress before = running.put(place, progress);
    boolean first = before == null;
    long now = System.nanoTime();
    if (first && !terminal
        || last == Long.MIN_VALUE
        || now - last >= (terminal ? TERMINAL_PAUSE : PLAIN_PAUSE)) {
      last = now;
      show(places == 1 || !terminal ? one(place, progress) : all());
    }
  }

  synchronized void finished(String place, String words) {
    running.remove(place);
    finished++;
    clear();
    if (places > 1) {
      err.printf("%d of %d: %s%n", finished, places, words);
      err.flush();
    }
  }

  /** Takes the line away before something else is written. */
  synchronized void clear() {
    if (terminal && shown > 0) {
      err.print("\r" + " ".repeat(shown) + "\r");
      err.flush();
      shown = 0;
    }
  }

  private void show(String line) {
    if (terminal) {
      String cut = line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line;
      err.print("\r" + cut + " ".repeat(Math.max(0, shown - cut.length())));
      shown = cut.length();
    } else {
      err.println(line);
    }
    err.flush();
  }

  private static String one(String place, Progress progress) {
    return "%s: %s · %s · %s"
        .formatted(
            place,
            progress.phase(),
            Double.isNaN(progress.incumbent())
                ? "no plan yet"
                : "best %s · bound %s · gap %s"
                    .formatted(
                        Wording.cost(progress.incumbent()),
                        Wording.cost(progress.bound()),
                        Wording.percent(progress.gap())),
            Wording.seconds(progress.seconds()));
  }

  private String all() {
    StringBuilder line = new StringBuilder();
    line.append(
        String.format(
            Locale.UK,
            "%d of %d places · %s",
            finished,
            places,
            Wording.seconds((System.nanoTime() - start) / 1e9)));
    running.forEach(
        (place, progress) ->
            line.append(" · ")
                .append(place)
                .append(
                    Double.isNaN(progress.incumbent())
                        ? ""
                        : " gap " + Wording.percent(progress.gap())));
    return line.toString();
  }
}
