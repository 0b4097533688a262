package moot.app.forming;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A search, for programs. Costs in thousand patient-km.
 *
 * @param standing how sure its answer is, or how far it is, in words
 * @param progress what it is doing and has so far, in words; null when it has ended
 * @param stopping whether it was asked to end with the best plan so far
 * @param seconds since it began
 * @param message why there is no answer; for a contradiction the rules, one a line
 */
record Search(
    long id,
    String place,
    String title,
    RunState state,
    Instant askedAt,
    String standing,
    @Nullable String progress,
    boolean stopping,
    @Nullable Double bestSoFar,
    @Nullable Double bound,
    @Nullable Double seconds,
    Run.@Nullable Summary answer,
    @Nullable String message) {

  static Search of(Run run) {
    return new Search(
        run.id(),
        run.place().value(),
        run.title(),
        run.state(),
        run.askedAt(),
        run.standing(),
        run.state().ended() ? null : run.progress(),
        run.stopAsked() && !run.state().ended(),
        number(run.incumbent()),
        number(run.bound()),
        run.seconds(),
        run.summary(),
        run.message());
  }

  private static @Nullable Double number(@Nullable Double value) {
    return value == null || value.isNaN() || value.isInfinite() ? null : value;
  }
}
