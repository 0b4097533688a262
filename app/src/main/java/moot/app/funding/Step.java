package moot.app.funding;

import java.util.List;
import moot.funding.Mark;
import moot.funding.Trace;
import org.jspecify.annotations.Nullable;

/** A {@link Trace} as programs get it, its mark by its sign. */
public record Step(
    String what,
    String value,
    @Nullable String how,
    @Nullable String mark,
    @Nullable Boolean verified,
    List<String> sources,
    List<Step> parts) {
  public static Step of(Trace trace) {
    Mark mark = trace.mark();
    return new Step(
        trace.what(),
        trace.value(),
        trace.how(),
        mark == null ? null : mark.sign(),
        mark == null ? null : mark.isVerified(),
        trace.sources(),
        trace.parts().stream().map(Step::of).toList());
  }
}
