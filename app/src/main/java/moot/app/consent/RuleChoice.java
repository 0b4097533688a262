package moot.app.consent;

import moot.voice.consent.Rule;
import moot.voice.consent.Share;

/** The rules that can be chosen, as a form names them. */
public enum RuleChoice {
  EACH_PRACTICE("Each practice has to agree"),
  EACH_MOVER("Each practice whose network changes has to agree, and no other objects"),
  DOUBLE_MAJORITY("A majority of the practices and of their patients"),
  MAJORITY_IN_EACH_NETWORK("The same majority within each network");

  private final String words;

  RuleChoice(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /**
   * @param share where the rule is a majority
   */
  Rule rule(Share share, boolean conditionsCount) {
    return switch (this) {
      case EACH_PRACTICE -> new Rule.EachPractice(conditionsCount);
      case EACH_MOVER -> new Rule.EachMover(conditionsCount);
      case DOUBLE_MAJORITY -> new Rule.DoubleMajority(share, conditionsCount);
      case MAJORITY_IN_EACH_NETWORK -> new Rule.MajorityInEachNetwork(share, conditionsCount);
    };
  }

  static RuleChoice of(Rule rule) {
    return switch (rule) {
      case Rule.EachPractice every -> EACH_PRACTICE;
      case Rule.EachMover movers -> EACH_MOVER;
      case Rule.DoubleMajority majority -> DOUBLE_MAJORITY;
      case Rule.MajorityInEachNetwork majority -> MAJORITY_IN_EACH_NETWORK;
    };
  }

  static Share share(Rule rule) {
    return switch (rule) {
      case Rule.DoubleMajority majority -> majority.share();
      case Rule.MajorityInEachNetwork majority -> majority.share();
      case Rule.EachPractice every -> Share.HALF;
      case Rule.EachMover movers -> Share.HALF;
    };
  }
}
