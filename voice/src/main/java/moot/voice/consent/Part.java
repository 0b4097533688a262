package moot.voice.consent;

import moot.register.NetworkCode;
import org.jspecify.annotations.Nullable;

/** What a practice has to do with a proposal. */
public enum Part {
  /** Its consent is asked. */
  ASKED,
  /** The same, and nothing goes ahead without it. */
  MUST,
  /** It is given notice. */
  TOLD,
  /** It comes out of a split. */
  NEW;

  public boolean isAsked() {
    return this == ASKED || this == MUST;
  }

  /**
   * The part of a practice in a plan. One that was in no network and will be in none is told, and
   * has no say for others.
   *
   * @param today its network today; null for none
   * @param proposed its network in the plan; null for none
   */
  public static Part inPlan(@Nullable NetworkCode today, @Nullable String proposed) {
    return today == null && proposed == null ? TOLD : ASKED;
  }
}
