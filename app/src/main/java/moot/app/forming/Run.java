package moot.app.forming;

import java.time.Instant;
import moot.formation.PlanStatus;
import moot.papers.Wording;
import moot.register.PlaceCode;
import org.jspecify.annotations.Nullable;

/**
 * One asking of forming, without its answer.
 *
 * @param incumbent cost of the best plan so far; null before the first
 * @param bound no plan costs less, as far as is known; null before the first
 * @param seconds since the search began; null before
 * @param summary what the answer says; null while there is none
 * @param message why there is no answer; for a contradiction the rules, one a line
 */
public record Run(
    long id,
    PlaceCode place,
    String placeName,
    String title,
    Wishes wishes,
    RunState state,
    boolean stopAsked,
    int attempts,
    Instant askedAt,
    @Nullable String phase,
    @Nullable Double incumbent,
    @Nullable Double bound,
    @Nullable Double seconds,
    @Nullable Summary summary,
    @Nullable String message) {

  public boolean hasAnswer() {
    return summary != null;
  }

  public boolean proved() {
    return summary != null && summary.status() == PlanStatus.PROVED_OPTIMAL;
  }

  /** How sure the answer is, or how far the run is, in a few words. */
  public String standing() {
    if (summary == null) {
      return state.words();
    }
    if (wishes.countsAnswers()) {
      return "Best found with what practices want";
    }
    boolean proved = summary.status() == PlanStatus.PROVED_OPTIMAL;
    if (wishes.mostStable()) {
      return proved
          ? "Most stable: proved"
          : "Most stable found, gap " + Wording.percent(summary.gap());
    }
    return proved ? "Proved optimal" : "Best found, gap " + Wording.percent(summary.gap());
  }

  /** What the search has so far, in words. */
  public String progress() {
    String doing = phase == null ? "Waiting for its turn" : phase;
    if (incumbent == null || incumbent.isNaN()) {
      return doing;
    }
    String best = doing + ". Best plan so far " + Wording.cost(incumbent);
    if (bound == null || bound <= 0) {
      return best;
    }
    return best
        + ", none can cost less than "
        + Wording.cost(bound)
        + " (gap "
        + Wording.percent(gap())
        + ")";
  }

  /** The share by which another plan could be cheaper at most; 1 when nothing is known. */
  public double gap() {
    Double best = incumbent;
    Double least = bound;
    if (best == null || best.isNaN() || least == null) {
      return 1;
    }
    return best <= least || best == 0 ? 0 : (best - least) / best;
  }

  /**
   * What the answer says.
   *
   * @param inBand how many networks are between the smallest and the largest size
   * @param practicesMoved against today; null where there is no today
   */
  public record Summary(
      PlanStatus status,
      double cost,
      double gap,
      int networks,
      int inBand,
      @Nullable Integer practicesMoved,
      @Nullable Integer patientsMoved) {}
}
