package moot.app.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import moot.app.access.Seat;
import org.springframework.stereotype.Component;

/** All that people talk about, whichever feature has it. */
@Component
public class Subjects {
  private final Map<String, SubjectGate> gates;

  Subjects(List<SubjectGate> gates) {
    this.gates = gates.stream().collect(Collectors.toMap(SubjectGate::kind, Function.identity()));
  }

  /**
   * What a seat may know of a subject.
   *
   * @param subject kind and id, for example {@code draft:12}
   */
  public Optional<SubjectGate.Sight> find(Seat seat, String subject) {
    int colon = subject.indexOf(':');
    SubjectGate gate = colon < 0 ? null : gates.get(subject.substring(0, colon));
    return gate == null ? Optional.empty() : gate.find(seat, subject.substring(colon + 1));
  }
}
