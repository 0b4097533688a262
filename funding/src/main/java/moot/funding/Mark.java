package moot.funding;

import java.util.Arrays;
import java.util.Optional;

/**
 * How sure we are of a figure. A mark travels with its figure to every screen and file; the least
 * sure of several is the mark of what is computed from them.
 */
public enum Mark {
  READ_TWICE("V2", "verified: read in two or more independent published pages"),
  READ("V", "verified: read in a published page"),
  FORCED("C", "not read, but follows by arithmetic from verified figures"),
  FITTING("M+", "unverified: recalled, and fits verified figures"),
  RECALLED("M", "unverified: recalled, or assumed");

  private final String sign;
  private final String words;

  Mark(String sign, String words) {
    this.sign = sign;
    this.words = words;
  }

  /** As written in rule packs and in payments.csv. */
  public String sign() {
    return sign;
  }

  public String words() {
    return words;
  }

  /** Whether a reader may take it as published, or as following from what is published. */
  public boolean isVerified() {
    return compareTo(FORCED) <= 0;
  }

  public Mark orLessSure(Mark other) {
    return compareTo(other) >= 0 ? this : other;
  }

  public static Optional<Mark> find(String sign) {
    return Arrays.stream(values()).filter(mark -> mark.sign.equals(sign)).findFirst();
  }
}
