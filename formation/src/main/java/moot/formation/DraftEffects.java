package moot.formation;

import java.util.List;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/**
 * What a draft comes to and does to whom.
 *
 * @param plan the draft, priced by the rules like any other plan; its networks by their names. In
 *     place of exceptions and notes it has the breaches
 * @param networks what else there is to say of each network, in the order of the plan's
 * @param practices one for each practice of the place, by code
 * @param againstToday the draft beside today's networks; null when no practice is in one today
 * @param breaches what it breaks, the gravest first
 */
public record DraftEffects(
    Plan plan,
    List<OfNetwork> networks,
    List<OfPractice> practices,
    Explanation.@Nullable Comparison againstToday,
    List<Breach> breaches) {

  /**
   * One network of the draft.
   *
   * @param farthestKm the largest distance of a member to the hub
   * @param councils in how many councils its practices lie, as far as known
   * @param subLocations in how many sub-ICB locations they lie, as far as known
   * @param need mean of its practices' need, weighted by list; null when none is known
   */
  public record OfNetwork(
      String network, double farthestKm, int councils, int subLocations, @Nullable Double need) {

    /** Whether it lies in more than one council or sub-ICB location. */
    public boolean straddles() {
      return councils > 1 || subLocations > 1;
    }
  }

  /**
   * One practice, before and in the draft. Before is today, unless another draft stands beside it.
   *
   * @param network in the draft; null for none
   * @param moves whether its network in the draft does not continue the one it is in before
   * @param gained who is in its network in the draft and is not before
   * @param lost who is in its network before and is not in the draft
   * @param kmBefore straight line to the hub of its network before; null when it is in none
   * @param km straight line to the hub in the draft; null when it is in none
   * @param patientsBefore of its network before; null when it is in none
   * @param patients of its network in the draft; null when it is in none
   */
  public record OfPractice(
      PracticeCode practice,
      @Nullable String network,
      boolean moves,
      List<PracticeCode> gained,
      List<PracticeCode> lost,
      @Nullable Double kmBefore,
      @Nullable Double km,
      @Nullable Integer patientsBefore,
      @Nullable Integer patients) {

    /** Whether anything about its network is otherwise than before, if only its members. */
    public boolean touched() {
      return moves || !gained.isEmpty() || !lost.isEmpty();
    }
  }

  /**
   * Something that the draft breaks.
   *
   * @param network the network it is about; null when it is not about one
   * @param practices those it is about
   * @param words a sentence or two
   */
  public record Breach(
      Kind kind, @Nullable String network, List<PracticeCode> practices, String words) {}

  /** What sort of thing is broken, the gravest first. */
  public enum Kind {
    NOT_CONNECTED("Not connected"),
    TOO_LARGE("Too large"),
    TOO_SMALL("Too small"),
    LOCK("Lock not kept"),
    COUNT("Number of networks"),
    NO_NETWORK("In no network");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /**
   * A draft beside another.
   *
   * @param reference the other, priced by the same rules
   * @param practices one for each practice of the place; before is the other draft
   */
  public record Beside(
      Plan plan, Plan reference, Explanation.Comparison comparison, List<OfPractice> practices) {}
}
