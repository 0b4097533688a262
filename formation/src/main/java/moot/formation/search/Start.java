package moot.formation.search;

import java.util.List;

/**
 * What an earlier search over the same practices leaves to the next: it need not begin with
 * nothing.
 *
 * @param networks a plan to set out from, not necessarily one that obeys the new rules; may be
 *     empty
 * @param members of columns that were useful
 * @param cuts that were useful; they hold for every partition, whatever it costs
 */
record Start(List<int[]> networks, List<int[]> members, List<Cut> cuts) {
  static final Start NONE = new Start(List.of(), List.of(), List.of());
}
