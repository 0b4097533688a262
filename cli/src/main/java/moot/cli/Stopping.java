package moot.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;

/**
 * Lets Ctrl-C (or a polite kill) end a search instead of the process: the search is told to stop,
 * what it has is still written, then the process ends with the exit code that says so.
 */
final class Stopping implements AutoCloseable {
  private volatile boolean asked;
  private volatile int code = ExitCode.BROKEN;
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook;

  Stopping(PrintWriter err) {
    this.hook =
        new Thread(
            () -> {
              asked = true;
              err.println();
              err.println("Stopping. The best so far is kept and written.");
              err.flush();
              awaitDone();
              Runtime.getRuntime().halt(code);
            },
            "stopping");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void awaitDone() {
    boolean interrupted = true;
    while (interrupted) {
      try {
        done.await();
        interrupted = false;
      } catch (InterruptedException e) {
        // The process is ending: there is nothing else to wait for.
      }
    }
  }

  boolean asked() {
    return asked;
  }

  /** Everything is written; this is the exit code. */
  int done(int exitCode) {
    code = exitCode;
    return exitCode;
  }

  @Override
  public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, by this very hook.
    }
  }
}
