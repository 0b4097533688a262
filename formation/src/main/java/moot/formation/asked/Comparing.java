package moot.formation.asked;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import moot.formation.Explanation.Comparison;
import moot.formation.Explanation.Match;
import moot.formation.Plan;
import moot.formation.PlanNetwork;
import moot.register.PracticeCode;

/**
 * Puts one plan beside another.
 *
 * <p>A network of the plan <em>continues</em> at most one network of the reference. Who continues
 * whom is chosen so that as many patients as possible stay where they are; among such choices, so
 * that as many practices as possible do. A practice moves when both plans have it in a network and
 * its network does not continue the one it is in by the reference. A practice that only one of the
 * two plans places in a network does not move: it joins or leaves the table.
 */
public final class Comparing {
  private Comparing() {}

  /**
   * Compares two plans.
   *
   * @param reference another plan, usually of the same place
   */
  public static Comparison compare(Plan plan, Plan reference) {
    Map<PracticeCode, Integer> networkByReference = networkByPractice(reference);
    Map<PracticeCode, Integer> listSize = new HashMap<>();
    plan.place().practices().forEach(p -> listSize.put(p.code(), p.registeredList()));

    int networks = plan.networks().size();
    int references = reference.networks().size();
    int[][] patients = new int[networks][references];
    // Patients count first; the number of practices only decides between equals.
    long perPatient = listSize.size() + 1L;
    long[][] weight = new long[networks][references];
    for (int n = 0; n < networks; n++) {
      for (PracticeCode practice : plan.networks().get(n).practices()) {
        Integer r = networkByReference.get(practice);
        if (r != null) {
          patients[n][r] += listSize.getOrDefault(practice, 0);
          weight[n][r] += listSize.getOrDefault(practice, 0) * perPatient + 1;
        }
      }
    }
    int[] continues =
        references == 0 ? Assignment.heaviest(new long[networks][1]) : Assignment.heaviest(weight);

    List<PracticeCode> moved = new ArrayList<>();
    int patientsMoved = 0;
    List<Match> matches = new ArrayList<>();
    boolean[] continued = new boolean[references];
    for (int n = 0; n < networks; n++) {
      PlanNetwork network = plan.networks().get(n);
      int r = continues[n];
      if (r == Assignment.NONE) {
        matches.add(new Match(network.id(), null, 0));
      } else {
        continued[r] = true;
        matches.add(new Match(network.id(), reference.networks().get(r).id(), patients[n][r]));
      }
      for (PracticeCode practice : network.practices()) {
        Integer before = networkByReference.get(practice);
        if (before != null && before != r) {
          moved.add(practice);
          patientsMoved += listSize.getOrDefault(practice, 0);
        }
      }
    }
    for (int r = 0; r < references; r++) {
      if (!continued[r]) {
        matches.add(new Match(null, reference.networks().get(r).id(), 0));
      }
    }
    moved.sort(null);
    return new Comparison(
        reference,
        plan.cost() - reference.cost(),
        moved.size(),
        patientsMoved,
        List.copyOf(moved),
        List.copyOf(matches));
  }

  private static Map<PracticeCode, Integer> networkByPractice(Plan plan) {
    Map<PracticeCode, Integer> network = new HashMap<>();
    for (int n = 0; n < plan.networks().size(); n++) {
      for (PracticeCode practice : plan.networks().get(n).practices()) {
        network.put(practice, n);
      }
    }
    return network;
  }
}
