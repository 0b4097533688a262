package moot.formation.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import moot.formation.DraftEffects;
import moot.formation.DraftEffects.OfNetwork;
import moot.formation.DraftEffects.OfPractice;
import moot.formation.Explanation.Comparison;
import moot.formation.FormingPlace;
import moot.formation.FormingPractice;
import moot.formation.FormingRules;
import moot.formation.Lock;
import moot.formation.NetworkNames;
import moot.formation.Plan;
import moot.formation.PlanNetwork;
import moot.formation.asked.Comparing;
import moot.formation.ground.Ground;
import moot.formation.search.PlanWriter;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/** Works out what drafts of one place come to. */
public final class Effects {
  /** Grounds for other sets of practices that take part; few, since few are ever left out. */
  private static final int MOST_GROUNDS = 8;

  private final FormingPlace place;
  private final FormingRules rules;
  private final Map<PracticeCode, FormingPractice> practices = new HashMap<>();
  private final Map<Set<Lock>, Standing> standings =
      new java.util.LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Set<Lock>, Standing> eldest) {
          return size() > MOST_GROUNDS;
        }
      };

  public Effects(FormingPlace place, FormingRules rules) {
    this.place = place;
    this.rules = rules;
    place.practices().forEach(practice -> practices.put(practice.code(), practice));
    standing(List.of());
  }

  /** The ground of those who take part, and today's networks on it. */
  private record Standing(Ground ground, PlanWriter writer, Plan today) {}

  private Standing standing(List<Lock> locks) {
    Set<Lock> out = new HashSet<>(rules.locks());
    locks.stream().filter(lock -> lock instanceof Lock.LeaveOut).forEach(out::add);
    synchronized (standings) {
      Standing known = standings.get(out);
      if (known == null) {
        Ground ground = new Ground(place, rules.withLocks(new ArrayList<>(out)));
        PlanWriter writer = new PlanWriter(ground);
        Map<PracticeCode, String> today = NetworkNames.today(place);
        known = new Standing(ground, writer, writer.sketched(today));
        standings.put(out, known);
      }
      return known;
    }
  }

  public DraftEffects of(
      Map<PracticeCode, String> networkOf, List<Lock> locks, UnaryOperator<String> called) {
    for (Lock lock : locks) {
      checkKnown(lock);
    }
    Standing standing = standing(locks);
    Plan plan;
    synchronized (standing) {
      plan = standing.writer().sketched(networkOf);
    }
    Plan today = standing.today();
    Comparison againstToday = today.networks().isEmpty() ? null : Comparing.compare(plan, today);
    return new DraftEffects(
        plan,
        plan.networks().stream().map(network -> ofNetwork(standing.ground(), network)).toList(),
        ofPractices(standing.ground(), plan, today, againstToday),
        againstToday,
        new Breaches(standing.ground(), plan, locks, called, this::name).list());
  }

  public DraftEffects.Beside beside(
      Map<PracticeCode, String> networkOf, Map<PracticeCode, String> reference) {
    Standing standing = standing(List.of());
    synchronized (standing) {
      Plan plan = standing.writer().sketched(networkOf);
      Plan other = standing.writer().sketched(reference);
      Comparison comparison = Comparing.compare(plan, other);
      return new DraftEffects.Beside(
          plan, other, comparison, ofPractices(standing.ground(), plan, other, comparison));
    }
  }

  private void checkKnown(Lock lock) {
    Set<PracticeCode> named =
        switch (lock) {
          case Lock.Together(Set<PracticeCode> together) -> together;
          case Lock.Apart(Set<PracticeCode> apart) -> apart;
          case Lock.Keep(Set<PracticeCode> kept) -> kept;
          case Lock.LeaveOut(PracticeCode practice) -> Set.of(practice);
          case Lock.Stay ignored -> Set.of();
        };
    for (PracticeCode practice : named) {
      if (!practices.containsKey(practice)) {
        throw new IllegalArgumentException(
            "practice %s of a lock: expected one of the %d practices of %s. Maybe the code is misspelt, or the practice has closed?"
                .formatted(practice, practices.size(), place.code()));
      }
    }
  }

  private String name(PracticeCode code) {
    FormingPractice practice = practices.get(code);
    return practice == null || practice.name().isBlank() ? code.value() : practice.name();
  }

  private OfNetwork ofNetwork(Ground ground, PlanNetwork network) {
    Set<Object> councils = new HashSet<>();
    Set<Object> subLocations = new HashSet<>();
    double needs = 0;
    long patients = 0;
    double farthest = 0;
    int hub = ground.number(network.hub());
    for (PracticeCode code : network.practices()) {
      int number = ground.number(code);
      FormingPractice practice = ground.practice(number);
      if (practice.council() != null) {
        councils.add(practice.council());
      }
      if (practice.subLocation() != null) {
        subLocations.add(practice.subLocation());
      }
      Double need = practice.need();
      if (need != null) {
        needs += practice.registeredList() * need;
        patients += practice.registeredList();
      }
      farthest = Math.max(farthest, ground.km(number, hub));
    }
    return new OfNetwork(
        network.id(),
        farthest,
        councils.size(),
        subLocations.size(),
        patients == 0 ? null : needs / patients);
  }

  private List<OfPractice> ofPractices(
      Ground ground, Plan plan, Plan today, @Nullable Comparison againstToday) {
    Map<PracticeCode, PlanNetwork> now = byPractice(plan);
    Map<PracticeCode, PlanNetwork> before = byPractice(today);
    Set<PracticeCode> moved = againstToday == null ? Set.of() : new HashSet<>(againstToday.moved());
    List<OfPractice> all = new ArrayList<>();
    for (FormingPractice practice : place.practices()) {
      PracticeCode code = practice.code();
      PlanNetwork in = now.get(code);
      PlanNetwork was = before.get(code);
      all.add(
          new OfPractice(
              code,
              in == null ? null : in.id(),
              moved.contains(code),
              without(in, was, code),
              without(was, in, code),
              km(ground, was, code),
              km(ground, in, code),
              was == null ? null : was.patients(),
              in == null ? null : in.patients()));
    }
    all.sort(Comparator.comparing(OfPractice::practice));
    return all;
  }

  private static Map<PracticeCode, PlanNetwork> byPractice(Plan plan) {
    Map<PracticeCode, PlanNetwork> networks = new TreeMap<>();
    for (PlanNetwork network : plan.networks()) {
      network.practices().forEach(practice -> networks.put(practice, network));
    }
    return networks;
  }

  /** The members of one network that are not in the other, without the practice itself. */
  private static List<PracticeCode> without(
      @Nullable PlanNetwork one, @Nullable PlanNetwork other, PracticeCode self) {
    if (one == null) {
      return List.of();
    }
    Set<PracticeCode> not = other == null ? Set.of() : new HashSet<>(other.practices());
    return one.practices().stream()
        .filter(practice -> !practice.equals(self) && !not.contains(practice))
        .toList();
  }

  private static @Nullable Double km(
      Ground ground, @Nullable PlanNetwork network, PracticeCode practice) {
    return network == null
        ? null
        : ground.km(ground.number(practice), ground.number(network.hub()));
  }
}
