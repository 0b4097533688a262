package moot.register;

/**
 * The ODS code of a GP practice, for example {@code A81001}.
 *
 * @param value as published, upper case; 1 to 40 printable characters without spaces at the ends
 */
public record PracticeCode(String value) implements Comparable<PracticeCode> {
  public PracticeCode {
    Codes.check("practice code", value);
  }

  @Override
  public int compareTo(PracticeCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
