package moot.app.forming;

import moot.formation.Forming;
import moot.formation.Progress;
import moot.formation.SearchLimits;
import moot.papers.Answer;

/** What was asked beside the best plan. */
record Questions(Answer answer, Wishes wishes, SearchLimits limits, Progress.Listener listener) {
  private static final int MOST_GROUPS = 20;

  Answer answered() {
    Answer all = answer;
    if (wishes.stability()) {
      all = all.with(Forming.stability(all.plan(), MOST_GROUPS));
    }
    return all;
  }
}
