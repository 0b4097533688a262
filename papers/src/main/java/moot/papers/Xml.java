package moot.papers;

/** Text on its way into a drawing. */
final class Xml {
  private Xml() {}

  /** Safe between tags and between quotes. */
  static String escaped(String text) {
    return Characters.printable(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
