package moot.funding.roles;

import java.util.Arrays;
import java.util.Optional;

/** Who employs the people of a network's new roles: the employment model. */
public enum Employer {
  LEAD_PRACTICE("lead practice", "One practice employs them for all."),
  FEDERATION("federation", "A company that practices own employs them."),
  TRUST("trust", "An NHS trust employs them and lends them to the network."),
  PRACTICES_JOINTLY("practices jointly", "All practices of the network are employers together.");

  private final String words;
  private final String meaning;

  Employer(String words, String meaning) {
    this.words = words;
    this.meaning = meaning;
  }

  public String words() {
    return words;
  }

  public String meaning() {
    return meaning;
  }

  public static Optional<Employer> find(String words) {
    return Arrays.stream(values()).filter(employer -> employer.words.equals(words)).findFirst();
  }
}
