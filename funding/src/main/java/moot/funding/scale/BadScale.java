package moot.funding.scale;

import java.util.List;

/** Thrown for figures of shared functions that cannot be meant; says all that is wrong. */
public final class BadScale extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> complaints;

  public BadScale(List<String> complaints) {
    super(String.join("\n", complaints));
    this.complaints = List.copyOf(complaints);
  }

  /** Each with the value, what was expected, and a sentence that begins with "Maybe". */
  public List<String> complaints() {
    return complaints;
  }
}
