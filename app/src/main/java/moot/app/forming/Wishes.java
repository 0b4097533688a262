package moot.app.forming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import moot.formation.CostWeights;
import moot.formation.FirstOffer;
import moot.formation.FormingPlace;
import moot.formation.FormingPractice;
import moot.formation.FormingRules;
import moot.formation.Lock;
import moot.formation.NetworkCount;
import moot.formation.SizeBand;
import moot.register.NetworkCode;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of forming, as it is kept.
 *
 * @param networksFrom the least number of networks; null for any
 * @param networksTo the largest number of networks; null for any
 * @param together groups of practice codes that end up in one network
 * @param apart groups of practice codes of which no two end up in the same network
 * @param stay codes of today's networks that stay as they are
 * @param leaveOut codes of practices that take no part
 * @param minutes the search stops then with the best plan so far
 * @param alternatives how many other plans that really differ
 * @param stability whether to look for groups that would rather leave
 * @param curveFrom the number of networks at which the trade-off begins; null for no trade-off
 * @param curveTo the number of networks at which it ends
 * @param tiesCurve whether to show travel against ties with today's networks
 * @param mostStable whether to look, instead of the cheapest plan, for the one that leaves the
 *     least to gain by leaving
 * @param round the answers that are counted of what practices want in confidence; null for none
 */
public record Wishes(
    int min,
    int max,
    boolean minIsHard,
    double travel,
    double shortfall,
    double ties,
    double boundary,
    double evenSize,
    double evenNeed,
    double perNetwork,
    double overlap,
    @Nullable Integer networksFrom,
    @Nullable Integer networksTo,
    List<List<String>> together,
    List<List<String>> apart,
    List<String> stay,
    List<String> leaveOut,
    int minutes,
    int alternatives,
    boolean stability,
    @Nullable Integer curveFrom,
    @Nullable Integer curveTo,
    boolean tiesCurve,
    boolean mostStable,
    @Nullable Long round) {

  /** The first offer, said in plain words on the page with the form. */
  static Wishes firstOffer() {
    return of(FirstOffer.RULES);
  }

  /** These rules, and nothing asked beside the best plan. */
  static Wishes of(FormingRules rules) {
    CostWeights w = rules.weights();
    boolean any = rules.networks().equals(NetworkCount.ANY);
    return new Wishes(
        rules.band().min(),
        rules.band().max(),
        rules.band().minIsHard(),
        w.travel(),
        w.shortfall(),
        w.ties(),
        w.boundary(),
        w.evenSize(),
        w.evenNeed(),
        w.perNetwork(),
        w.overlap(),
        any ? null : rules.networks().from(),
        any || rules.networks().to() == Integer.MAX_VALUE ? null : rules.networks().to(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        5,
        0,
        false,
        null,
        null,
        false,
        false,
        null);
  }

  /** The same rules, and nothing asked beside the best plan. */
  Wishes rulesAlone() {
    return asking(0, false, null, null, false, false);
  }

  /** The same, with the whole trade-off between two numbers of networks. */
  Wishes withCurve(int from, int to) {
    return asking(alternatives, stability, from, to, tiesCurve, mostStable);
  }

  /** The same, with the whole trade-off between travel and ties. */
  Wishes withTiesCurve() {
    return asking(alternatives, stability, curveFrom, curveTo, true, mostStable);
  }

  /** The same, with other plans that really differ. */
  Wishes withAlternatives(int most) {
    return asking(most, stability, curveFrom, curveTo, tiesCurve, mostStable);
  }

  /** The same, with the groups that would rather leave. */
  Wishes withStability() {
    return asking(alternatives, true, curveFrom, curveTo, tiesCurve, mostStable);
  }

  /** The same rules, but for the plan that leaves the least to gain by leaving. */
  Wishes asMostStable() {
    return asking(alternatives, stability, curveFrom, curveTo, tiesCurve, true);
  }

  private Wishes asking(
      int itsAlternatives,
      boolean itsStability,
      @Nullable Integer from,
      @Nullable Integer to,
      boolean itsTiesCurve,
      boolean itsMostStable) {
    return new Wishes(
        min,
        max,
        minIsHard,
        travel,
        shortfall,
        ties,
        boundary,
        evenSize,
        evenNeed,
        perNetwork,
        overlap,
        networksFrom,
        networksTo,
        together,
        apart,
        stay,
        leaveOut,
        minutes,
        itsAlternatives,
        itsStability,
        from,
        to,
        itsTiesCurve,
        itsMostStable,
        null);
  }

  /**
   * The same rules, counting what practices want: the best plan alone, as whatever else there is to
   * ask would tell more of it.
   */
  Wishes counting(long answers) {
    return new Wishes(
        min,
        max,
        minIsHard,
        travel,
        shortfall,
        ties,
        boundary,
        evenSize,
        evenNeed,
        perNetwork,
        overlap,
        networksFrom,
        networksTo,
        together,
        apart,
        stay,
        leaveOut,
        minutes,
        0,
        false,
        null,
        null,
        false,
        false,
        answers);
  }

  /** Whether it counts what practices want in confidence. */
  boolean countsAnswers() {
    return round != null;
  }

  /** The practices that no lock speaks of; those are free. */
  Set<PracticeCode> free(FormingPlace place) {
    Set<String> locked = new HashSet<>(leaveOut);
    together.forEach(locked::addAll);
    apart.forEach(locked::addAll);
    Set<PracticeCode> free = new HashSet<>();
    for (FormingPractice practice : place.practices()) {
      NetworkCode today = practice.today();
      if (!locked.contains(practice.code().value())
          && (today == null || !stay.contains(today.value()))) {
        free.add(practice.code());
      }
    }
    return free;
  }

  /** Whether anything is asked beside the best plan. */
  boolean asksMore() {
    return stability || alternatives > 0 || curveFrom != null || tiesCurve || mostStable;
  }

  FormingRules rules() {
    List<Lock> locks = new ArrayList<>();
    together.forEach(group -> locks.add(new Lock.Together(codes(group))));
    apart.forEach(group -> locks.add(new Lock.Apart(codes(group))));
    stay.forEach(network -> locks.add(new Lock.Stay(new NetworkCode(network))));
    leaveOut.forEach(practice -> locks.add(new Lock.LeaveOut(new PracticeCode(practice))));
    NetworkCount count =
        networksFrom == null && networksTo == null
            ? NetworkCount.ANY
            : new NetworkCount(
                networksFrom == null ? 0 : networksFrom,
                networksTo == null ? Integer.MAX_VALUE : networksTo);
    return new FormingRules(
        new SizeBand(min, max, minIsHard),
        new CostWeights(
            travel, shortfall, ties, boundary, evenSize, evenNeed, perNetwork, overlap, 0),
        count,
        locks,
        List.of());
  }

  /** What names something that the place does not have, by field of the form. */
  Map<String, String> strangers(FormingPlace place) {
    Set<String> practices = new HashSet<>();
    Set<String> networks = new HashSet<>();
    for (FormingPractice practice : place.practices()) {
      practices.add(practice.code().value());
      if (practice.today() != null) {
        networks.add(practice.today().value());
      }
    }
    Map<String, String> errors = new HashMap<>();
    Function<List<List<String>>, List<String>> flat =
        groups -> groups.stream().flatMap(List::stream).toList();
    stranger(errors, "together", "practice", flat.apply(together), practices);
    stranger(errors, "apart", "practice", flat.apply(apart), practices);
    stranger(errors, "leaveOut", "practice", leaveOut, practices);
    stranger(errors, "stay", "network of today", stay, networks);
    if (tiesCurve && networks.isEmpty()) {
      errors.put(
          "tiesCurve",
          "no practice of this place is in a network today, so there are no ties to trade. Maybe leave this unticked?");
    }
    return errors;
  }

  private static void stranger(
      Map<String, String> errors,
      String field,
      String what,
      List<String> codes,
      Set<String> known) {
    List<String> unknown = codes.stream().filter(code -> !known.contains(code)).toList();
    if (!unknown.isEmpty()) {
      errors.put(
          field,
          "%s: no %s of this place has this code. Maybe it is mistyped, or belongs to another place?"
              .formatted(String.join(", ", unknown), what));
    }
  }

  private static Set<PracticeCode> codes(List<String> group) {
    Set<PracticeCode> codes = new HashSet<>();
    group.forEach(code -> codes.add(new PracticeCode(code)));
    return codes;
  }
}
