package moot.funding.packs;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a file that somebody wrote.
 *
 * @param file its name
 * @param line counted from 1; 0 when it concerns the whole file
 * @param says what stands there
 * @param expected what was expected instead, or null where {@code says} tells it
 * @param maybe what may have been meant: a sentence that begins with "Maybe"
 */
public record Complaint(
    String file, int line, String says, @Nullable String expected, String maybe) {

  /** All of it in one line: {@code my.yaml:12: basis "lists"; expected …. Maybe …?} */
  public String inWords() {
    return file
        + (line > 0 ? ":" + line : "")
        + ": "
        + says
        + (expected == null ? "" : "; expected " + expected)
        + ". "
        + maybe;
  }
}
