package moot.register.reading;

/**
 * Watches the bytes of a workbook's parts go by for cells in columns that no sheet has.
 *
 * <p>The last column of a sheet is XFD. A cell that calls itself {@code ZZZZZZ1} would have the
 * reader make room for 300 million cells to its left, so it has to be met before that reads.
 */
final class FarCells {
  private static final int LONGEST_COLUMN = 3;

  /** How much of {@code r="ABC} has been seen. */
  private enum Seen {
    NOTHING,
    SPACE,
    NAME,
    EQUALS,
    LETTERS
  }

  private Seen seen = Seen.NOTHING;
  private int letters;

  /** Whether such a cell is among the bytes so far. */
  boolean areAmong(byte[] buffer, int length) {
    for (int i = 0; i < length; i++) {
      if (isFar((char) (buffer[i] & 0xFF))) {
        return true;
      }
    }
    return false;
  }

  private boolean isFar(char c) {
    boolean space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    boolean letter = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    seen =
        switch (seen) {
          case NAME -> c == '=' ? Seen.EQUALS : space ? Seen.NAME : Seen.NOTHING;
          case EQUALS -> c == '"' || c == '\'' ? Seen.LETTERS : space ? Seen.EQUALS : Seen.NOTHING;
          case LETTERS -> letter ? Seen.LETTERS : Seen.NOTHING;
          case SPACE -> c == 'r' ? Seen.NAME : space ? Seen.SPACE : Seen.NOTHING;
          case NOTHING -> space ? Seen.SPACE : Seen.NOTHING;
        };
    letters = seen == Seen.LETTERS && letter ? letters + 1 : 0;
    return letters > LONGEST_COLUMN;
  }
}
