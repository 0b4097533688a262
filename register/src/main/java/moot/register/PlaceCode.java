package moot.register;

/**
 * The code of a place in which networks are formed: an integrated care board, a sub-ICB location,
 * or a place of the table's own.
 *
 * @param value as published, upper case; 1 to 40 printable characters without spaces at the ends
 */
public record PlaceCode(String value) implements Comparable<PlaceCode> {
  public PlaceCode {
    Codes.check("place code", value);
  }

  @Override
  public int compareTo(PlaceCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
