package moot.voice.consent;

/**
 * Who said what, by practices and by patients. The four parts make up all that are asked.
 *
 * @param agree those that agree, without a condition or with one that they confirmed as met
 * @param onCondition those that agree on a condition which is still open
 * @param silent those that have not answered
 */
public record Tally(Count agree, Count onCondition, Count object, Count silent) {
  public static final Tally NONE = new Tally(Count.NONE, Count.NONE, Count.NONE, Count.NONE);

  /** All that are asked. */
  public Count asked() {
    return agree.plus(onCondition).plus(object).plus(silent);
  }

  /** What counts as agreement under a rule. */
  public Count counting(Rule rule) {
    return rule.conditionsCount() ? agree.plus(onCondition) : agree;
  }
}
