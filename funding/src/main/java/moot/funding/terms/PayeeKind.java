package moot.funding.terms;

import java.util.Arrays;
import java.util.Optional;

/** Who is paid. */
public enum PayeeKind {
  /** Every practice. */
  PRACTICE("practice"),
  /** Every practice that is in a network, for the months in which it is. */
  CORE_NETWORK_PRACTICE("core network practice"),
  /** Whoever the network's practices named to be paid for it. */
  NOMINATED_PAYEE("nominated payee"),
  /** A commissioner, for its own running. */
  COMMISSIONER("commissioner");

  private final String words;

  PayeeKind(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  public static Optional<PayeeKind> find(String words) {
    return Arrays.stream(values()).filter(kind -> kind.words.equals(words)).findFirst();
  }
}
