package moot.formation;

import java.util.List;
import java.util.SortedSet;
import moot.register.CouncilCode;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/** Why a plan is as it is: for each practice, for each network, and against today. */
public record Explanation(
    List<OfPractice> practices, List<OfNetwork> networks, @Nullable Comparison againstToday) {

  /**
   * @param network the id of its network in the plan
   * @param kmToHub straight-line distance to the hub
   * @param travel its own part of the network's travel, thousand patient-km
   * @param share its part of the network's cost by list, thousand patient-km
   * @param bestMove the single move of this practice alone that costs least, if there is one that
   *     leaves both networks feasible
   */
  public record OfPractice(
      PracticeCode practice,
      String network,
      double kmToHub,
      double travel,
      double share,
      @Nullable Move bestMove) {}

  /**
   * @param to the id of the network it would join; null for a network of its own
   * @param extraCost what the whole plan would cost more (negative: less), thousand patient-km
   */
  public record Move(PracticeCode practice, @Nullable String to, double extraCost) {}

  /**
   * @param spreadKm the largest distance between two members
   * @param farthestKm the largest distance of a member to the hub
   * @param inBand whether its patients are between the minimum and the maximum
   */
  public record OfNetwork(
      String network,
      PracticeCode hub,
      int patients,
      boolean inBand,
      double spreadKm,
      double farthestKm,
      SortedSet<CouncilCode> councils) {}

  /**
   * One plan beside another, the networks of the two matched so that as many patients as possible
   * stay.
   *
   * @param patientsMoved patients of practices whose network is not the match of their network in
   *     the reference
   */
  public record Comparison(
      Plan reference,
      double extraCost,
      int practicesMoved,
      int patientsMoved,
      List<PracticeCode> moved,
      List<Match> matches) {}

  /** A network of the plan and the one of the reference that it continues; either may be null. */
  public record Match(@Nullable String network, @Nullable String reference, int patientsKept) {}
}
