package moot.funding.management;

import java.util.List;
import moot.funding.Mark;
import org.jspecify.annotations.Nullable;

/**
 * Who says a figure.
 *
 * @param whose for example {@code the federation} or {@link #ASSUMPTION}
 * @param mark how sure we are: of what was published its mark, of an assumption of Moot's {@link
 *     Mark#RECALLED}; null for what somebody decides
 * @param sources pages, by their codes or in words; of an assumption where it is taken from
 */
public record Stated(String whose, @Nullable Mark mark, List<String> sources) {
  /** What nobody published: an assumption of Moot's that the user may change. */
  public static final String ASSUMPTION = "an assumption of Moot's";

  public Stated {
    sources = List.copyOf(sources);
  }

  public static Stated assumed() {
    return assumedFrom(List.of());
  }

  /**
   * What was published of another year or scheme, taken for this one: no more than an assumption.
   *
   * @param sources what it is taken from, with its mark
   */
  public static Stated assumedFrom(List<String> sources) {
    return new Stated(ASSUMPTION, Mark.RECALLED, sources);
  }

  /** Whether it is an assumption of Moot's. */
  public boolean isAssumed() {
    return whose.equals(ASSUMPTION);
  }

  /** What it is taken from, in words; empty where nothing is named. */
  public String from() {
    return String.join("; ", sources);
  }

  public static Stated by(String whose) {
    return new Stated(whose, null, List.of());
  }
}
