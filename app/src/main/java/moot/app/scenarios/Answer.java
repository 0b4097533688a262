package moot.app.scenarios;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import moot.funding.Money;
import moot.funding.Trace;
import moot.funding.management.Figure;
import moot.funding.management.Outcome;
import moot.funding.management.Scenario;
import moot.funding.management.Simulation;
import moot.funding.management.Simulation.Spread;
import moot.funding.management.Source;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario comes to, as the pages show it.
 *
 * @param open which long parts are written out, by their ids; null for all
 */
public record Answer(
    Scenario scenario, Outcome outcome, Simulation simulation, @Nullable Set<String> open) {
  /** Figures that are told of each year beside the money of each source. */
  private static final List<Figure> BY_YEAR =
      List.of(
          Figure.CARRIED,
          Figure.RECURRENT,
          Figure.OWNERSHIP,
          Figure.SERVICES,
          Figure.FROM_PRACTICES,
          Figure.FROM_PRACTICES_A_HEAD,
          Figure.TAKE_UP);

  /** In one sentence: whether and when it is short. */
  public String inShort() {
    Optional<Outcome.Cliff> cliff = outcome.cliff();
    if (cliff.isEmpty()) {
      return "At the likely values no year is short.";
    }
    Outcome.Cliff fall = cliff.orElseThrow();
    return "First short in %s, by %s%s."
        .formatted(
            fall.year(),
            Figures.pounds(fall.by()),
            fall.before()
                .map(b -> "; the year before was funded with " + Figures.pounds(b))
                .orElse(""));
  }

  /** The chance that any year is short, in percent. */
  public double chanceOfCliff() {
    return 100 * simulation.years().stream().mapToDouble(Simulation.Year::chanceCliff).sum();
  }

  public String chart() {
    return FundingChart.of(this, 0);
  }

  /**
   * @param top the most pounds that the chart has room for; 0 for what it needs
   */
  public String chart(double top) {
    return FundingChart.of(this, top);
  }

  /** The figures of which any year has one. */
  public List<Figure> figures() {
    return BY_YEAR.stream()
        .filter(f -> outcome.years().stream().anyMatch(y -> y.find(f).isPresent()))
        .toList();
  }

  /** All that is drawn, in the order in which it is told. */
  public List<Figure> drawn() {
    List<Figure> all = new ArrayList<>(List.of(Figure.NEED, Figure.FUNDED, Figure.GAP));
    all.addAll(figures());
    return all;
  }

  public @Nullable Spread spread(int year, Figure figure) {
    return simulation.years().get(year).find(figure).orElse(null);
  }

  /** Used of a source in a year. */
  public Outcome.Flow flow(Outcome.Year year, Source source) {
    return year.findFlow(source.id()).orElseThrow();
  }

  /** Where what is short in a year comes from: the need, then each source. */
  public Trace trace(Outcome.Year year) {
    return outcome.trace(year.year());
  }

  /** Whether a long part is written out. */
  public boolean shows(String id) {
    return open == null || open.contains(id);
  }

  Answer withOnly(Set<String> written) {
    return new Answer(scenario, outcome, simulation, Set.copyOf(written));
  }

  /** Of a source in all years. */
  public Money used(Source source) {
    return outcome.years().stream()
        .map(y -> flow(y, source).used())
        .reduce(Money.ZERO, Money::plus);
  }

  /** What a practice gives in all years, its own and passed on. */
  public Money given(int practice) {
    return outcome.years().stream()
        .map(y -> y.practices().get(practice))
        .map(p -> p.own().plus(p.passedOn()))
        .reduce(Money.ZERO, Money::plus);
  }

  public boolean practicesPay() {
    return outcome.years().stream()
        .flatMap(y -> y.practices().stream())
        .anyMatch(p -> !p.own().isZero() || !p.passedOn().isZero());
  }

  public String spreadOfPractice(int year, int practice) {
    Spread spread = simulation.years().get(year).byPractice().get(practice);
    return "%s to %s".formatted(Figures.pounds(spread.p10()), Figures.pounds(spread.p90()));
  }
}
