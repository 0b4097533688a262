package moot.funding.management;

import java.util.List;
import moot.funding.Mark;
import org.jspecify.annotations.Nullable;

/**
 * Who says a figure.
 *
 * @param whose for example {@code the federation} or {@link #ASSUMPTION}
 * @param mark how sure we are, where the figure was published; null for what somebody assumes or
 *     decides
 * @param sources pages, by their codes or in words
 */
public record Stated(String whose, @Nullable Mark mark, List<String> sources) {
  /** What nobody published: an assumption of Moot's that the user may change. */
  public static final String ASSUMPTION = "an assumption of Moot's";

  public Stated {
    sources = List.copyOf(sources);
  }

  public static Stated assumed() {
    return new Stated(ASSUMPTION, null, List.of());
  }

  public static Stated by(String whose) {
    return new Stated(whose, null, List.of());
  }
}
