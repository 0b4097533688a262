package moot.register;

/**
 * The ODS code of a primary care network, for example {@code U89141}.
 *
 * @param value as published, upper case; 1 to 40 printable characters without spaces at the ends
 */
public record NetworkCode(String value) implements Comparable<NetworkCode> {
  public NetworkCode {
    Codes.check("network code", value);
  }

  @Override
  public int compareTo(NetworkCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
