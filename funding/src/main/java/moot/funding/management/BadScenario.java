package moot.funding.management;

import java.util.List;
import java.util.stream.Collectors;
import moot.funding.Complaint;

/** A scenario, or what is asked of one, that cannot be used; says all that is wrong at once. */
public final class BadScenario extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Complaint> complaints;

  public BadScenario(String file, List<Complaint> complaints) {
    super(complaints.stream().map(c -> c.in(file)).collect(Collectors.joining("\n")));
    this.complaints = List.copyOf(complaints);
  }

  public List<Complaint> complaints() {
    return complaints;
  }
}
