package moot.funding.terms;

import java.util.Arrays;
import java.util.Optional;

/** What a rate is multiplied with. */
public enum Basis {
  REGISTERED_LIST("registered list", "patient"),
  ADJUSTED_POPULATION("adjusted population", "adjusted patient"),
  WEIGHTED_LIST("weighted list", "weighted patient"),
  CARE_HOME_BEDS("care home beds", "bed"),
  /** What an organisation counts as one: a practice or a network. */
  ORGANISATION("organisation", "organisation"),
  /** Points achieved; see {@link Formula.Points}. */
  POINTS("points", "point");

  private final String words;
  private final String unit;

  Basis(String words, String unit) {
    this.words = words;
    this.unit = unit;
  }

  /** As written in rule packs and shown. */
  public String words() {
    return words;
  }

  public String unit() {
    return unit;
  }

  /** With its article: an adjusted patient, a bed. */
  public String oneUnit() {
    return ("aeiou".indexOf(unit.charAt(0)) < 0 ? "a " : "an ") + unit;
  }

  public static Optional<Basis> find(String words) {
    return Arrays.stream(values()).filter(basis -> basis.words.equals(words)).findFirst();
  }
}
