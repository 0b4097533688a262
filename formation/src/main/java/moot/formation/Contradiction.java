package moot.formation;

import java.util.List;

/**
 * Thrown when no plan obeys all rules.
 *
 * <p>{@link #rules()} is a smallest set of rules that cannot hold together: leave any one of them
 * out and the others can.
 */
public final class Contradiction extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> rules;

  public Contradiction(List<String> rules) {
    super(
        rules.size() == 1
            ? "No plan obeys this rule: " + rules.getFirst() + ". Maybe it is stricter than meant?"
            : "These rules contradict each other: "
                + String.join("; ", rules)
                + ". Maybe one of them can be left out?");
    this.rules = List.copyOf(rules);
  }

  /** Each rule in words, as the user stated it. */
  public List<String> rules() {
    return rules;
  }
}
