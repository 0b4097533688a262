package moot.funding.roles;

import java.util.List;
import java.util.stream.Collectors;
import moot.funding.Complaint;

/** Thrown for a role plan, budget or assumption that cannot be meant; says all that is wrong. */
public final class BadRolePlan extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Complaint> complaints;

  public BadRolePlan(List<Complaint> complaints) {
    super(complaints.stream().map(Complaint::inWords).collect(Collectors.joining("\n")));
    this.complaints = List.copyOf(complaints);
  }

  public List<Complaint> complaints() {
    return complaints;
  }
}
