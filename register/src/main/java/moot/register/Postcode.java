package moot.register;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A postcode in its usual form: upper case, one space before the last three characters.
 *
 * @param value for example {@code ST16 3SR}
 */
public record Postcode(String value) implements Comparable<Postcode> {
  private static final Pattern FORM =
      Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}|GIR 0AA");

  public Postcode {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "postcode \"%s\": expected the form ST16 3SR. Maybe a letter O stands where a zero should?"
              .formatted(value));
    }
  }

  /** Reads a postcode however it is spaced and cased; empty when it cannot be one. */
  public static Optional<Postcode> find(String text) {
    StringBuilder squeezed = new StringBuilder(8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ' && c != '\u00a0') {
        squeezed.append(c);
      }
    }
    if (squeezed.length() < 5 || squeezed.length() > 7) {
      return Optional.empty();
    }
    String value = squeezed.insert(squeezed.length() - 3, ' ').toString().toUpperCase(Locale.ROOT);
    return FORM.matcher(value).matches() ? Optional.of(new Postcode(value)) : Optional.empty();
  }

  @Override
  public int compareTo(Postcode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
