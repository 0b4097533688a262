package moot.papers;

/** Which characters may go into a paper. */
final class Characters {
  private Characters() {}

  /**
   * The text without what XML, and so a spreadsheet or a page made into PDF, cannot hold: control
   * characters but tab and line breaks, halves of surrogate pairs, non-characters.
   */
  static String printable(String text) {
    if (text.codePoints().allMatch(Characters::mayStand)) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().filter(Characters::mayStand).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean mayStand(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || c >= 0x20 && c < 0x7F
        || c >= 0xA0 && c <= 0xD7FF
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000 && c <= 0x10FFFF;
  }
}
