package moot.checker;

/**
 * What was to be checked cannot be read: a file is missing, damaged or of another kind. The message
 * says the file and place in it, the value, what was expected, and ends with a sentence that begins
 * "Maybe".
 */
public final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadInput(String message) {
    super(message);
  }

  BadInput(String message, Throwable cause) {
    super(message, cause);
  }
}
