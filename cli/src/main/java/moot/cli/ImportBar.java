package moot.cli;

import java.io.PrintWriter;
import moot.app.imports.ProgressListener;

/**
 * Shows how far an import is: a bar that is written over on a terminal, a line now and then
 * elsewhere.
 */
final class ImportBar implements ProgressListener {
  private static final int WIDTH = 30;
  private static final long TERMINAL_PAUSE = 100_000_000L;
  private static final long PLAIN_PAUSE = 5_000_000_000L;

  private final PrintWriter err;
  private final boolean terminal;
  private long last = System.nanoTime();
  private int shown;

  ImportBar(PrintWriter err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  @Override
  public void progress(String file, long done, long total) {
    long now = System.nanoTime();
    if (now - last < (terminal ? TERMINAL_PAUSE : PLAIN_PAUSE)) {
      return;
    }
    last = now;
    int percent = total == 0 ? 100 : (int) (100 * done / total);
    if (!terminal) {
      err.printf("%d %% read, at %s%n", percent, file);
      err.flush();
      return;
    }
    int filled = WIDTH * percent / 100;
    String line =
        "[%s%s] %3d %% %s".formatted("#".repeat(filled), " ".repeat(WIDTH - filled), percent, file);
    err.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
    err.flush();
    shown = line.length();
  }

  /** Takes the bar away before something else is written. */
  void clear() {
    if (terminal && shown > 0) {
      err.print("\r" + " ".repeat(shown) + "\r");
      err.flush();
      shown = 0;
    }
  }
}
