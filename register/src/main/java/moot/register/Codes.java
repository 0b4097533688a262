package moot.register;

/** What all codes have in common. */
final class Codes {
  private Codes() {}

  static void check(String what, String value) {
    if (value.isEmpty()
        || value.length() > 40
        || !value.equals(value.strip())
        || value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "%s \"%s\": expected 1 to 40 printable characters without spaces at the ends. Maybe the column is empty or shifted?"
              .formatted(what, value));
    }
  }
}
