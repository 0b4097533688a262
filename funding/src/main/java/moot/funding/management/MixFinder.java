package moot.funding.management;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import moot.funding.Complaint;
import moot.funding.FinancialYear;
import moot.funding.Money;
import moot.funding.Rate;
import moot.funding.management.Source.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Finds how much of each of a scenario's sources to use in each year, within limits, so that as
 * little as possible is short, or as little as possible of one kind is used. A linear program over
 * the likely values: what each source brings is the most that is used of it. A limit on what
 * practices are asked for takes the place of what the scenario asks of them. That practices become
 * unwilling when others do not pay is left out of account.
 */
public final class MixFinder {
  private static final double A_PENNY = 1e-5;

  /** So many limits at most are searched through for a smallest conflict. */
  private static final int SEARCHED = 14;

  private MixFinder() {}

  /** A mix within the limits, or why there is none. */
  public sealed interface Answer {}

  /**
   * The best mix.
   *
   * @param value the least shortfall of all years, or the least use of the kind in all years
   * @param binding what stands in the way of a better one, the strongest first
   */
  public record Mix(
      Scenario scenario,
      List<Limit> limits,
      @Nullable Kind least,
      Money value,
      List<Year> years,
      List<Binding> binding)
      implements Answer {
    public Mix {
      limits = List.copyOf(limits);
      years = List.copyOf(years);
      binding = List.copyOf(binding);
    }
  }

  /**
   * @param used by the source's id
   * @param asked a head of practices' own money
   * @param carried into the next year
   */
  public record Year(
      FinancialYear year,
      Money need,
      Map<String, Money> used,
      Rate asked,
      Money carried,
      Money gap) {
    public Year {
      used = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(used));
    }
  }

  /**
   * What binds the mix.
   *
   * @param limit null where it is what a source can bring
   * @param what it, in words
   * @param years in which it binds
   * @param atTheMargin what the next step would change in the value if all went on as at the margin
   *     (the dual); below zero for less
   * @param words what a step of loosening does, found by solving again
   */
  public record Binding(
      @Nullable Limit limit,
      String what,
      List<FinancialYear> years,
      Money atTheMargin,
      String words) {
    public Binding {
      years = List.copyOf(years);
    }
  }

  /**
   * No mix keeps to all limits.
   *
   * @param limits a smallest set of them that cannot be kept together; leave out any one and the
   *     others can
   * @param smallest whether no smaller set conflicts; else leaving out any one helps, but a smaller
   *     set may conflict too
   * @param words for each of them what would have to give
   */
  public record Conflict(List<Limit> limits, boolean smallest, List<String> words)
      implements Answer {
    public Conflict {
      limits = List.copyOf(limits);
      words = List.copyOf(words);
    }
  }

  /**
   * @param least the kind to use least of; null for the least shortfall
   * @throws BadScenario for limits that make no sense
   */
  public static Answer find(Scenario scenario, List<Limit> limits, @Nullable Kind least) {
    List<Limit> asked = limits.stream().distinct().toList();
    check(scenario, asked, least);
    MixProgram program = new MixProgram(scenario);
    return program
        .solve(asked, least)
        .<Answer>map(best -> mix(program, scenario, asked, least, best))
        .orElseGet(() -> conflict(program, scenario, asked));
  }

  private static void check(Scenario scenario, List<Limit> limits, @Nullable Kind least) {
    List<Complaint> complaints = new ArrayList<>();
    for (int i = 0; i < limits.size(); i++) {
      String where = "limits[%d]".formatted(i);
      switch (limits.get(i)) {
        case Limit.PerHeadFromPractices p -> {
          if (p.most().microPounds() < 0) {
            complaints.add(
                new Complaint(
                    where, 0, "%s a head; expected £0 or more. Maybe £0?".formatted(p.most())));
          }
        }
        case Limit.RecurrentBy p -> {
          percent(where, p.percent(), complaints);
          if (p.year() < 1 || p.year() > scenario.years()) {
            complaints.add(
                new Complaint(
                    where,
                    0,
                    "year %d; expected 1 to %d. Maybe the number of the year in the scenario?"
                        .formatted(p.year(), scenario.years())));
          }
        }
        case Limit.OwnershipAtLeast p -> percent(where, p.percent(), complaints);
        case Limit.ServicesAtMost p -> percent(where, p.percent(), complaints);
        case Limit.ShortAtMost p -> notNegative(where, p.most(), complaints);
        case Limit.Budget p -> {
          notNegative(where, p.most(), complaints);
          if (scenario.sources().stream().noneMatch(s -> s.id().equals(p.source()))) {
            String ids =
                scenario.sources().stream().map(Source::id).collect(Collectors.joining(", "));
            complaints.add(
                new Complaint(
                    where,
                    0,
                    "a budget of %s; expected one of %s. Maybe %s?"
                        .formatted(
                            p.source(),
                            ids,
                            Near.to(
                                    p.source(),
                                    scenario.sources().stream().map(Source::id).toList())
                                .orElse("leave it out"))));
          }
        }
      }
    }
    if (least != null && limits.stream().noneMatch(Limit.ShortAtMost.class::isInstance)) {
      complaints.add(
          new Complaint(
              "limits",
              0,
              "as little as possible of %s, and nothing said of the shortfall; expected a limit to it. Maybe add: no cliff?"
                  .formatted(least.words())));
    }
    if (!complaints.isEmpty()) {
      throw new BadScenario("the mix", complaints);
    }
  }

  private static void percent(String where, double percent, List<Complaint> complaints) {
    if (!(percent >= 0 && percent <= 100)) {
      complaints.add(
          new Complaint(
              where,
              0,
              "%s %%; expected 0 %% to 100 %%. Maybe %s %%?"
                  .formatted(
                      Uncertain.number(percent),
                      percent > 100 ? Uncertain.number(percent / 10) : "0")));
    }
  }

  private static void notNegative(String where, Money money, List<Complaint> complaints) {
    if (money.pence() < 0) {
      complaints.add(
          new Complaint(
              where, 0, "%s; expected £0 or more. Maybe %s?".formatted(money, money.negated())));
    }
  }

  private static Mix mix(
      MixProgram program,
      Scenario scenario,
      List<Limit> limits,
      @Nullable Kind least,
      MixProgram.Solution best) {
    List<Year> years = new ArrayList<>();
    for (int y = 0; y < scenario.years(); y++) {
      Map<String, Money> used = new LinkedHashMap<>();
      double carried = 0;
      for (int s = 0; s < scenario.sources().size(); s++) {
        used.put(scenario.sources().get(s).id(), money(best.used()[s][y]));
        carried += best.carried()[s][y];
      }
      years.add(
          new Year(
              scenario.first().plusYears(y),
              money(program.need(y)),
              used,
              new Rate(Math.round(best.asked()[y] * 1e6)),
              money(carried),
              money(best.gaps()[y])));
    }
    List<Binding> binding = new ArrayList<>();
    for (Limit limit : limits) {
      binding(program, scenario, limits, least, best, limit).ifPresent(binding::add);
    }
    for (int s = 0; s < scenario.sources().size(); s++) {
      binding(scenario, least, best, s).ifPresent(binding::add);
    }
    binding.sort(java.util.Comparator.comparing(Binding::atTheMargin));
    return new Mix(scenario, limits, least, money(best.value()), years, binding);
  }

  private static Optional<Binding> binding(
      MixProgram program,
      Scenario scenario,
      List<Limit> limits,
      @Nullable Kind least,
      MixProgram.Solution best,
      Limit limit) {
    double[] duals = best.duals().getOrDefault(limit, new double[0]);
    List<FinancialYear> years = new ArrayList<>();
    double margin = 0;
    for (int y = 0; y < duals.length; y++) {
      if (Math.abs(duals[y]) < 1e-9) {
        continue;
      }
      years.add(scenario.first().plusYears(y));
      margin += duals[y] * stepOfRow(limit, scenario, best, y);
    }
    if (Math.abs(margin) < A_PENNY) {
      return Optional.empty();
    }
    List<Limit> loosened = limits.stream().map(l -> l.equals(limit) ? limit.looser() : l).toList();
    Optional<MixProgram.Solution> again = program.solve(loosened, least);
    double really = again.map(a -> a.value() - best.value()).orElse(0.0);
    if (Math.abs(really) < A_PENNY) {
      return Optional.empty();
    }
    return Optional.of(
        new Binding(
            limit,
            limit.words(),
            years,
            money(margin),
            "%s would %s".formatted(limit.step(), effect(money(really), least))));
  }

  /** By how much a step of loosening raises the right side of a limit's row in a year. */
  private static double stepOfRow(Limit limit, Scenario scenario, MixProgram.Solution best, int y) {
    return switch (limit) {
      case Limit.PerHeadFromPractices p -> p.stepSize();
      case Limit.ShortAtMost p -> p.stepSize() / 1_000;
      case Limit.Budget p -> p.stepSize() / 1_000;
      case Limit.RecurrentBy p -> -p.stepSize() / 100 * usedIn(scenario, best, y);
      case Limit.OwnershipAtLeast p -> -p.stepSize() / 100 * usedIn(scenario, best, y);
      case Limit.ServicesAtMost p -> -p.stepSize() / 100 * usedIn(scenario, best, y);
    };
  }

  private static double usedIn(Scenario scenario, MixProgram.Solution best, int y) {
    return IntStream.range(0, scenario.sources().size()).mapToDouble(s -> best.used()[s][y]).sum();
  }

  private static Optional<Binding> binding(
      Scenario scenario, @Nullable Kind least, MixProgram.Solution best, int s) {
    Source source = scenario.sources().get(s);
    List<FinancialYear> years = new ArrayList<>();
    double margin = 0;
    for (int y = 0; y < scenario.years(); y++) {
      if (best.sourceDuals()[s][y] < -1e-9 && source.kind() != Kind.PRACTICES) {
        years.add(scenario.first().plusYears(y));
        margin += best.sourceDuals()[s][y];
      }
    }
    return years.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Binding(
                null,
                "what “%s” can bring".formatted(source.title()),
                years,
                money(margin),
                "another £1,000 a year from “%s” would %s, at the margin"
                    .formatted(source.title(), effect(money(margin), least))));
  }

  private static String effect(Money change, @Nullable Kind least) {
    String of = least == null ? "the shortfall of all years" : "the use of " + least.words();
    return change.pence() == 0
        ? "not change " + of
        : change.pence() < 0
            ? "lower %s by %s".formatted(of, change.negated())
            : "raise %s by %s".formatted(of, change);
  }

  private static Conflict conflict(MixProgram program, Scenario scenario, List<Limit> limits) {
    List<Limit> kept = new ArrayList<>(limits);
    for (Limit limit : limits) {
      List<Limit> without = kept.stream().filter(l -> !l.equals(limit)).toList();
      if (program.solve(without, null).isEmpty()) {
        kept = new ArrayList<>(without);
      }
    }
    boolean searched = limits.size() <= SEARCHED;
    if (searched) {
      for (int size = 1; size < kept.size(); size++) {
        Optional<List<Limit>> smaller = conflictOf(program, limits, size);
        if (smaller.isPresent()) {
          kept = new ArrayList<>(smaller.orElseThrow());
          break;
        }
      }
    }
    List<Limit> smallest = List.copyOf(kept);
    return new Conflict(
        smallest,
        searched,
        smallest.stream().map(limit -> wayOut(program, smallest, limit)).toList());
  }

  private static Optional<List<Limit>> conflictOf(
      MixProgram program, List<Limit> limits, int size) {
    for (int set = 0; set < 1 << limits.size(); set++) {
      if (Integer.bitCount(set) != size) {
        continue;
      }
      int chosen = set;
      List<Limit> some =
          IntStream.range(0, limits.size())
              .filter(k -> (chosen >> k & 1) == 1)
              .mapToObj(limits::get)
              .toList();
      if (program.solve(some, null).isEmpty()) {
        return Optional.of(some);
      }
    }
    return Optional.empty();
  }

  /** What a limit would have to become so that the conflict is gone, the others staying. */
  private static String wayOut(MixProgram program, List<Limit> conflict, Limit limit) {
    Limit before = limit;
    Limit loose = limit;
    int steps = 1;
    while (steps <= 1 << 14 && !keeps(program, conflict, limit, loose)) {
      before = loose;
      loose = loosen(loose, steps);
      if (loose.equals(before)) {
        break;
      }
      steps *= 2;
    }
    if (!keeps(program, conflict, limit, loose)) {
      return "%s: no loosening helps; the sources cannot do it".formatted(limit.words());
    }
    while (true) {
      Limit next = before;
      int gone = 0;
      int most = steps / 2;
      // Half of the way from the last that did not do to the first that did.
      while (gone < most / 2) {
        next = next.looser();
        gone++;
      }
      if (gone == 0) {
        break;
      }
      if (keeps(program, conflict, limit, next)) {
        loose = next;
        steps = gone * 2;
      } else {
        before = next;
        steps = (most - gone) * 2;
      }
    }
    return "%s: it would do if %s".formatted(limit.words(), loose.words());
  }

  private static Limit loosen(Limit limit, int steps) {
    Limit loose = limit;
    for (int k = 0; k < steps; k++) {
      loose = loose.looser();
    }
    return loose;
  }

  private static boolean keeps(
      MixProgram program, List<Limit> conflict, Limit limit, Limit instead) {
    return program
        .solve(conflict.stream().map(l -> l.equals(limit) ? instead : l).toList(), null)
        .isPresent();
  }

  private static Money money(double thousands) {
    return new Money(Math.round(thousands * 100_000));
  }
}
