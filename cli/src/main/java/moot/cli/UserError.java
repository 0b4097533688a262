package moot.cli;

import java.util.List;

/**
 * Something that the person at the terminal can put right. The message says the value, the file and
 * line or the option, what was expected, and ends with a sentence that begins "Maybe". It goes to
 * standard error as it is, and the exit code is {@link ExitCode#BAD_INPUT}.
 */
final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UserError(String message) {
    super(message);
  }

  /** Several complaints at once, one per line. */
  UserError(List<String> messages) {
    super(String.join(System.lineSeparator(), messages));
  }
}
