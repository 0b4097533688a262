package moot.formation.search;

import java.util.List;

/**
 * What a search came to.
 *
 * @param networks of the best plan, those that stay as they are included; when {@code obeys} is
 *     false the nearest to a plan that was found
 * @param obeys whether the networks obey all rules
 * @param impossible whether it is proved that no plan obeys all rules
 * @param cost of the networks, thousand patient-km
 * @param bound no plan costs less
 * @param feasible how many networks are feasible; −1 when not counted
 * @param held whether all of them were held
 */
public record Outcome(
    List<int[]> networks,
    boolean obeys,
    boolean impossible,
    double cost,
    double bound,
    long feasible,
    boolean held,
    int cuts,
    long nodes) {
  public boolean proved() {
    return obeys && Tolerance.proves(bound, cost);
  }
}
