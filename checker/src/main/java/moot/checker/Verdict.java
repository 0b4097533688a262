package moot.checker;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What came of checking one folder with a plan.
 *
 * @param status as the plan states it
 * @param plans how many partitions were recomputed: the plan and what stands beside it (today's
 *     networks, alternatives, points of curves)
 * @param discrepancies what is not as stated, each in words; empty when all is right
 * @param remarks what could not be looked at, and why
 */
public record Verdict(
    Path folder,
    String place,
    String status,
    int practices,
    int networks,
    double cost,
    double bound,
    double gap,
    int plans,
    List<String> discrepancies,
    List<String> remarks) {
  public Verdict {
    discrepancies = List.copyOf(discrepancies);
    remarks = List.copyOf(remarks);
  }

  public boolean right() {
    return discrepancies.isEmpty();
  }

  /** One line for people. */
  public String line() {
    return String.format(
        Locale.UK,
        "%s: %s: %d practices in %d networks, cost %,.3f thousand patient-km, gap %.4f %%, %s%s",
        place,
        right()
            ? "all right"
            : discrepancies.size() == 1 ? "1 DISCREPANCY" : discrepancies.size() + " DISCREPANCIES",
        practices,
        networks,
        cost,
        100 * gap,
        status,
        plans == 1 ? "" : " (and " + (plans - 1) + " plans beside it)");
  }
}
