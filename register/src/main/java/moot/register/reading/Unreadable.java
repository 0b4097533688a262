package moot.register.reading;

import org.jspecify.annotations.Nullable;

/** Thrown when reading a file cannot begin, or cannot go on. */
public final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long line;
  private final @Nullable String value;
  private final String says;
  private final String maybe;

  /**
   * @param line 0 when it concerns the whole file
   * @param says what was found and what was expected
   * @param maybe a sentence that begins with "Maybe"
   */
  Unreadable(long line, @Nullable String value, String says, String maybe) {
    super(says + ". " + maybe);
    this.line = line;
    this.value = value;
    this.says = says;
    this.maybe = maybe;
  }

  /** Puts it among the other problems of the file. */
  public void addTo(Problems problems) {
    problems.error(line, null, value, says, maybe);
  }
}
