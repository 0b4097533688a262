package moot.app.forming;

import java.util.List;
import moot.formation.Plan;
import moot.formation.PlanNetwork;
import moot.papers.PlanFigures;
import org.jspecify.annotations.Nullable;

/**
 * Two plans of one place side by side, for programs; both priced by the rules of the right one.
 *
 * @param practicesMoved practices whose network on the right does not continue theirs on the left
 * @param patientsMoved registered with those
 * @param continued which network of the right continues which of the left
 * @param moved those practices
 */
record TwoPlans(
    Side left,
    Side right,
    int practicesMoved,
    int patientsMoved,
    List<Continued> continued,
    List<Moved> moved) {

  /** One of the two. */
  record Side(String heading, Figures figures, List<Network> networks) {
    static Side of(Pair.Side side) {
      return new Side(
          side.heading(),
          Figures.of(side.plan()),
          side.plan().networks().stream().map(Network::of).toList());
    }
  }

  /**
   * A plan counted.
   *
   * @param cost in thousand patient-km, by the rules that it is priced by
   * @param travel its part of the cost for travel alone, thousand patient-km
   * @param networks how many there are
   * @param inBand of them between the smallest and the largest size
   * @param notConnected of them whose members are not all neighbours of neighbours
   * @param practices how many are in a network
   * @param patients registered with those
   */
  record Figures(
      double cost,
      double travel,
      int networks,
      int inBand,
      int notConnected,
      int practices,
      long patients) {
    static Figures of(Plan plan) {
      PlanFigures figures = PlanFigures.of(plan);
      return new Figures(
          plan.cost(),
          plan.parts().travel(),
          figures.networks(),
          figures.inBand(),
          figures.notConnected(),
          figures.practices(),
          figures.patients());
    }
  }

  /**
   * A network of a plan.
   *
   * @param hub the practice to which ways are counted
   * @param cost in thousand patient-km
   */
  record Network(
      String id, String hub, List<String> practices, int patients, boolean connected, double cost) {
    static Network of(PlanNetwork network) {
      return new Network(
          network.id(),
          network.hub().value(),
          network.practices().stream().map(practice -> practice.value()).toList(),
          network.patients(),
          network.connected(),
          network.cost());
    }
  }

  /**
   * A network of the left and the one of the right that continues it, by name and id; "none" where
   * there is no such network.
   *
   * @param patientsWhoStay registered with practices that are in both
   */
  record Continued(
      String left,
      @Nullable Integer leftPatients,
      String right,
      @Nullable Integer rightPatients,
      int patientsWhoStay) {}

  /** A practice that moves, and its patients. */
  record Moved(String code, String name, int patients, String from, String to) {}

  static TwoPlans of(Pair pair) {
    return new TwoPlans(
        Side.of(pair.left()),
        Side.of(pair.right()),
        pair.practicesMoved(),
        pair.patientsMoved(),
        pair.matches().stream()
            .map(
                row ->
                    new Continued(
                        row.left(),
                        row.leftPatients(),
                        row.right(),
                        row.rightPatients(),
                        row.kept()))
            .toList(),
        pair.moved().stream()
            .map(row -> new Moved(row.code(), row.name(), row.list(), row.from(), row.to()))
            .toList());
  }
}
