package moot.register;

/**
 * The code of a local authority district, for example {@code E06000004}.
 *
 * @param value as published, upper case; 1 to 40 printable characters without spaces at the ends
 */
public record CouncilCode(String value) implements Comparable<CouncilCode> {
  public CouncilCode {
    Codes.check("council code", value);
  }

  @Override
  public int compareTo(CouncilCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
