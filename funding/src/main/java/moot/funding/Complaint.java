package moot.funding;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with what somebody wrote.
 *
 * @param where the file or the field, for example {@code my.yaml} or {@code sources[1].per head};
 *     empty for the whole
 * @param line of the file, from 1; 0 where there is none
 * @param what what was found, what was expected, and a sentence that begins "Maybe"
 */
public record Complaint(String where, int line, String what) {
  /**
   * @param expected what was expected instead; null where {@code found} tells it
   * @param maybe what may have been meant: a sentence that begins with "Maybe"
   */
  public static Complaint of(
      String where, int line, String found, @Nullable String expected, String maybe) {
    return new Complaint(
        where, line, found + (expected == null ? "" : "; expected " + expected) + ". " + maybe);
  }

  /** All of it in one line: {@code my.yaml:12: basis "lists"; expected …. Maybe …?} */
  public String inWords() {
    return (line == 0 ? where : where + ":" + line) + ": " + what;
  }

  /** The same of a field in a file: {@code plan.yaml:7: years: 500; expected …. Maybe …?} */
  public String in(String file) {
    return new Complaint(file, line, where.isEmpty() ? what : where + ": " + what).inWords();
  }
}
