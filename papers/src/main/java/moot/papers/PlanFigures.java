package moot.papers;

import moot.formation.Plan;
import moot.formation.PlanNetwork;
import moot.formation.SizeBand;

/**
 * A plan counted.
 *
 * @param practices practices that take part
 * @param patients their registered patients
 * @param networks how many networks
 * @param inBand networks with at least the minimum and at most the maximum of patients
 * @param under networks below the minimum
 * @param over networks above the maximum
 * @param notConnected networks whose members are not all neighbours of neighbours
 */
public record PlanFigures(
    int practices, long patients, int networks, int inBand, int under, int over, int notConnected) {

  public static PlanFigures of(Plan plan) {
    SizeBand band = plan.rules().band();
    int practices = 0;
    long patients = 0;
    int under = 0;
    int over = 0;
    int notConnected = 0;
    for (PlanNetwork network : plan.networks()) {
      practices += network.practices().size();
      patients += network.patients();
      under += network.patients() < band.min() ? 1 : 0;
      over += network.patients() > band.max() ? 1 : 0;
      notConnected += network.connected() ? 0 : 1;
    }
    int networks = plan.networks().size();
    return new PlanFigures(
        practices, patients, networks, networks - under - over, under, over, notConnected);
  }
}
