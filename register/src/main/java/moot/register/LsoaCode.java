package moot.register;

/**
 * The code of a lower layer super output area, for example {@code E01033477}.
 *
 * @param value as published, upper case; 1 to 40 printable characters without spaces at the ends
 */
public record LsoaCode(String value) implements Comparable<LsoaCode> {
  public LsoaCode {
    Codes.check("LSOA code", value);
  }

  @Override
  public int compareTo(LsoaCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
