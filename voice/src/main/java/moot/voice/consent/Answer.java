package moot.voice.consent;

import java.util.Optional;

/** What a practice said when it was asked. One that said nothing has no answer. */
public sealed interface Answer {
  /** Of a condition or reason, in characters. */
  int LONGEST_WORDS = 1_000;

  /** The condition or reason; empty for none. */
  default String words() {
    return switch (this) {
      case Agrees yes -> "";
      case AgreesOn on -> on.condition();
      case Objects no -> no.reason();
    };
  }

  /** Whether it says the same, whatever was recorded of its condition since. */
  default boolean saysTheSameAs(Answer other) {
    return getClass() == other.getClass() && words().equals(other.words());
  }

  /** What keeps it from being taken, in words. */
  default Optional<String> problem() {
    return words().length() > LONGEST_WORDS
        ? Optional.of(
            "The answer has %,d characters; expected %,d at most. Maybe put the rest into a comment?"
                .formatted(words().length(), LONGEST_WORDS))
        : Optional.empty();
  }

  /** It agrees. */
  record Agrees() implements Answer {}

  /**
   * It agrees on a condition.
   *
   * @param condition in its own words
   * @param recorded whether the facilitator has recorded that the condition is met
   * @param confirmed whether the practice itself has confirmed that it is
   */
  record AgreesOn(String condition, boolean recorded, boolean confirmed) implements Answer {
    public AgreesOn {
      condition = stated("condition", condition);
      if (confirmed && !recorded) {
        throw new IllegalArgumentException(
            "the condition \"%s\" is confirmed but not recorded as met: expected the record first. Maybe the facilitator has not recorded it yet?"
                .formatted(condition));
      }
    }

    /** A condition of which nobody has said yet that it is met. */
    public AgreesOn(String condition) {
      this(condition, false, false);
    }
  }

  /**
   * It objects.
   *
   * @param reason in its own words
   */
  record Objects(String reason) implements Answer {
    public Objects {
      reason = stated("reason", reason);
    }
  }

  private static String stated(String what, String words) {
    String stripped = words.strip();
    if (stripped.isEmpty()) {
      throw new IllegalArgumentException(
          "the %s is empty: expected it in words. Maybe it was left out of the form?"
              .formatted(what));
    }
    return stripped;
  }
}
