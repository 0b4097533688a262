package moot.funding.roles;

/**
 * One thing that is wrong with what was typed.
 *
 * @param where field or line, for example {@code post 3, end} or {@code law.yaml:12}
 * @param value as it was given
 * @param expected what would have been right
 * @param maybe a sentence that begins with "Maybe"
 */
public record Complaint(String where, String value, String expected, String maybe) {
  public String inWords() {
    return "%s: %s; expected %s. %s".formatted(where, value, expected, maybe);
  }
}
