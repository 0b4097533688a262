package moot.formation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import moot.formation.draft.Effects;
import moot.formation.draft.Rest;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/**
 * One place at which drafts are made. A draft says of each practice which network it is in, by the
 * network's name; practices of which it says nothing are in none.
 *
 * <p>Who is whose neighbour, today's networks and their hubs are worked out once; each question
 * about a draft then takes milliseconds. May be used by many threads at once.
 */
public final class Drafting {
  private final FormingPlace place;
  private final FormingRules rules;
  private final Effects effects;

  /**
   * @param rules of their locks only those that leave a practice out count here; the locks of a
   *     draft are given with the draft
   */
  public Drafting(FormingPlace place, FormingRules rules) {
    this.place = place;
    this.rules = rules.withLocks(leavingOut(rules.locks()));
    this.effects = new Effects(place, this.rules);
  }

  public FormingPlace place() {
    return place;
  }

  public FormingRules rules() {
    return rules;
  }

  /**
   * What a draft comes to.
   *
   * @param networkOf practices that a lock leaves out are in no network, whatever it says
   * @param locks checked one by one; what is not kept is among the breaches
   * @param called what people call a network, for the words
   * @throws IllegalArgumentException when the draft or a lock names a practice that the place does
   *     not have
   */
  public DraftEffects effects(
      Map<PracticeCode, String> networkOf, List<Lock> locks, UnaryOperator<String> called) {
    return effects.of(networkOf, locks, called);
  }

  /** One draft beside another, practice by practice. */
  public DraftEffects.Beside beside(
      Map<PracticeCode, String> networkOf, Map<PracticeCode, String> reference) {
    return effects.beside(networkOf, reference);
  }

  /**
   * The rules under which the best plan completes a draft: the networks to keep are networks of the
   * plan exactly as they are, even where they are too large, too small or not connected, and are
   * priced as they are; all locks hold; everything else is free.
   *
   * @param keep the names of the draft's networks that are to stay as they are; without any,
   *     everything is free
   */
  public FormingRules rest(
      Map<PracticeCode, String> networkOf, Set<String> keep, List<Lock> locks) {
    return Rest.rules(rules, networkOf, keep, locks);
  }

  /**
   * A plan as a draft: a network that continues one of the draft before (as many patients as
   * possible stay) takes its name, and one that continues none gets a new one.
   *
   * @param before the draft that the plan completes, or any other whose names are to go on
   * @param taken names that nothing new may get, beside those of the draft before
   */
  public Map<PracticeCode, String> named(
      Plan plan, Map<PracticeCode, String> before, Set<String> taken) {
    return Rest.named(plan, Forming.priced(place, rules, known(before)), taken);
  }

  /** Practices whose network is not the same in both, by name; null stands for none. */
  public static Set<PracticeCode> difference(
      Map<PracticeCode, String> one, Map<PracticeCode, String> other) {
    Set<PracticeCode> all = new TreeSet<>(one.keySet());
    all.addAll(other.keySet());
    all.removeIf(
        practice -> {
          @Nullable String network = one.get(practice);
          return network != null && network.equals(other.get(practice));
        });
    return all;
  }

  private Map<PracticeCode, String> known(Map<PracticeCode, String> networkOf) {
    Map<PracticeCode, String> known = new TreeMap<>(networkOf);
    Set<PracticeCode> here = new TreeSet<>();
    place.practices().forEach(practice -> here.add(practice.code()));
    known.keySet().retainAll(here);
    return known;
  }

  private static List<Lock> leavingOut(List<Lock> locks) {
    List<Lock> out = new ArrayList<>();
    locks.stream().filter(lock -> lock instanceof Lock.LeaveOut).forEach(out::add);
    return out;
  }
}
