package moot.voice.consent;

/** When a proposal has the consent of those who are asked. Chosen before they are. */
public sealed interface Rule {

  /** Whether an agreement on a condition counts before the practice has confirmed it as met. */
  boolean conditionsCount();

  /** The rule as a sentence. */
  String words();

  /** The rule and what it makes of conditions, as sentences. */
  default String inFull() {
    return words()
        + (conditionsCount()
            ? " An agreement on a condition counts as an agreement."
            : " An agreement on a condition counts once the facilitator has recorded the condition"
                + " as met and the practice itself has confirmed it.");
  }

  /** Each practice has to agree. */
  record EachPractice(boolean conditionsCount) implements Rule {
    @Override
    public String words() {
      return "Each practice has to agree.";
    }
  }

  /**
   * Each practice whose network changes has to agree, and none of the others may object. Those
   * others have until the closing date to do so; once all of them have answered nobody waits.
   */
  record EachMover(boolean conditionsCount) implements Rule {
    @Override
    public String words() {
      return "Each practice whose network changes has to agree, and no other may object by the"
          + " closing date.";
    }
  }

  /** More than a share of the practices, and of the patients registered with them. */
  record DoubleMajority(Share share, boolean conditionsCount) implements Rule {
    @Override
    public String words() {
      return "Practices that agree have to be %s of the practices, and to have %s of the patients."
          .formatted(share.words(), share.words());
    }
  }

  /** The same within each network of the proposal, and among those in no network. */
  record MajorityInEachNetwork(Share share, boolean conditionsCount) implements Rule {
    @Override
    public String words() {
      return "Within each network, practices that agree have to be %s of its practices, and to have %s of its patients."
          .formatted(share.words(), share.words());
    }
  }
}
