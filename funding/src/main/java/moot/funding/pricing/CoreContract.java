package moot.funding.pricing;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The contract that a practice holds of its own, beside the network contract.
 *
 * @param kind GMS, PMS, APMS or another; null when it is not known, and terms of one contract are
 *     then priced as if it were held
 * @param keeps ids of deductions that are not taken off, as the practice does it itself ({@code
 *     out-of-hours})
 */
public record CoreContract(@Nullable String kind, Set<String> keeps) {
  /** The id of the deduction that all but a few practices have taken off. */
  public static final String OUT_OF_HOURS = "out-of-hours";

  public static final CoreContract UNKNOWN = new CoreContract(null, Set.of());

  public CoreContract {
    keeps = Set.copyOf(keeps);
  }

  /**
   * As files write it.
   *
   * @param kind null, blank or "Unknown" for not known
   * @param keepsOutOfHours null for not said, which is taken as no
   */
  public static CoreContract of(@Nullable String kind, @Nullable Boolean keepsOutOfHours) {
    String written = kind == null ? "" : kind.strip().toUpperCase(Locale.ROOT);
    return new CoreContract(
        written.isEmpty() || written.equals("UNKNOWN") ? null : written,
        Boolean.TRUE.equals(keepsOutOfHours) ? Set.of(OUT_OF_HOURS) : Set.of());
  }
}
