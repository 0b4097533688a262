package moot.funding.packs;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import moot.funding.Complaint;

/** Thrown when a rule pack cannot be used, with all that is wrong with it. */
public final class BadPack extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Complaint> complaints;

  BadPack(List<Complaint> complaints) {
    this.complaints =
        complaints.stream()
            .distinct()
            .sorted(Comparator.comparing(Complaint::where).thenComparingInt(Complaint::line))
            .toList();
    if (this.complaints.isEmpty()) {
      throw new IllegalArgumentException("a bad pack with nothing to complain of");
    }
  }

  /** In the order of the files' lines. */
  public List<Complaint> complaints() {
    return complaints;
  }

  /** One line for each complaint. */
  @Override
  public String getMessage() {
    return complaints.stream().map(Complaint::inWords).collect(Collectors.joining("\n"));
  }
}
