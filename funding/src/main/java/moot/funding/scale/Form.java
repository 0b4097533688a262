package moot.funding.scale;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How practices may work together, from each alone to one organisation with others. */
public enum Form {
  ALONE("alone"),
  /** Shared within each network. */
  NETWORK("network"),
  /** One company of all practices. */
  FEDERATION("federation"),
  /** One practice. */
  MERGER("merger"),
  /** One organisation with other services, such as a trust. */
  INTEGRATION("fuller integration");

  private final String words;

  Form(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  public static Optional<Form> find(String words) {
    return Arrays.stream(values()).filter(form -> form.words.equals(words)).findFirst();
  }

  /** What it changes, and whose statement that is; to be shown beside the money. */
  public List<Change> changes() {
    return Change.of(this);
  }
}
