package moot.funding.management;

/**
 * One thing that is wrong with what somebody typed.
 *
 * @param where the field, for example {@code sources[1].per head}; empty for the whole
 * @param line of the file, from 1; 0 where there is none
 * @param what what was found and what was expected, and a sentence that begins "Maybe"
 */
public record Complaint(String where, int line, String what) {
  /** One line, for example {@code plan.yaml:7: years: 500; expected …}. */
  String in(String file) {
    return file
        + (line == 0 ? "" : ":" + line)
        + ": "
        + (where.isEmpty() ? "" : where + ": ")
        + what;
  }
}
