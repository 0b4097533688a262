package moot.cli;

/** What the process says to the shell when it ends. */
final class ExitCode {
  /** Done; for {@code plan}: a plan was written. */
  static final int DONE = 0;

  /** Something broke that should not: a fault of Moot or of the machine. */
  static final int BROKEN = 1;

  /** Bad input or a bad option; the message on standard error says what and where. */
  static final int BAD_INPUT = 2;

  /** A plan was written, but the time limit left a gap larger than {@code --accept-gap}. */
  static final int GAP_LEFT = 3;

  private ExitCode() {}
}
