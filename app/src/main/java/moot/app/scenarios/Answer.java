package moot.app.scenarios;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import moot.funding.Money;
import moot.funding.Trace;
import moot.funding.management.Figure;
import moot.funding.management.OtherUse;
import moot.funding.management.Outcome;
import moot.funding.management.Scenario;
import moot.funding.management.Simulation;
import moot.funding.management.Simulation.Spread;
import moot.funding.management.Source;
import moot.funding.management.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario comes to, as the pages show it.
 *
 * @param yesOrNo what comes wholly or not at all
 * @param open which long parts are written out, by their ids; null for all
 */
public record Answer(
    Scenario scenario,
    Outcome outcome,
    Simulation simulation,
    List<Outcome.YesOrNo> yesOrNo,
    @Nullable Set<String> open) {
  /** Figures that are told of each year beside the money of each source. */
  private static final List<Figure> BY_YEAR =
      List.of(
          Figure.CARRIED,
          Figure.RECURRENT,
          Figure.RECURRENT_OF_FUNDING,
          Figure.OWNERSHIP,
          Figure.SERVICES,
          Figure.FROM_PRACTICES,
          Figure.FROM_PRACTICES_A_HEAD,
          Figure.TAKE_UP);

  Answer(Scenario scenario, Outcome outcome, Simulation simulation) {
    this(scenario, outcome, simulation, outcome.listYesOrNo(), null);
  }

  public Verdict verdict() {
    return new Verdict(outcome, simulation, yesOrNo);
  }

  /** In one sentence: whether and when most draws are short. */
  public String inShort() {
    return verdict().inShort();
  }

  /** The chance that any year is short, in percent. */
  public double chanceOfCliff() {
    return 100 * simulation.chanceShort();
  }

  /** How a source comes wholly or not at all; null where it does not. */
  public Outcome.@Nullable YesOrNo yesOrNo(Source source) {
    return yesOrNo.stream()
        .filter(one -> one.source().id().equals(source.id()))
        .findFirst()
        .orElse(null);
  }

  /** What becomes of the other use of a source's money; years of which the same is said as one. */
  public List<Row> otherUsesOf(Source source) {
    List<Row> all = new ArrayList<>();
    String from = "";
    for (Outcome.Year year : outcome.years()) {
      String words =
          outcome.otherUses(year).stream()
              .filter(use -> use.source().id().equals(source.id()))
              .map(OtherUse::words)
              .findFirst()
              .orElseThrow();
      if (!all.isEmpty() && all.getLast().cells().getFirst().equals(words)) {
        all.set(all.size() - 1, new Row(from + " to " + year.year(), List.of(words)));
      } else {
        from = year.year().toString();
        all.add(new Row(from, List.of(words)));
      }
    }
    return all;
  }

  public List<OtherUse> otherUses(int year) {
    return outcome.otherUses(outcome.years().get(year));
  }

  /** What is lost on the way or not needed, a sentence for each year that has any. */
  public List<String> losses(Source source) {
    List<String> all = new ArrayList<>();
    for (Outcome.Year year : outcome.years()) {
      Outcome.Flow flow = flow(year, source);
      List<String> parts = new ArrayList<>();
      flow.lost().stream()
          .filter(loss -> !loss.amount().isZero())
          .forEach(loss -> parts.add(Figures.pounds(loss.amount()) + " " + loss.how()));
      if (!flow.carriedOut().isZero()) {
        parts.add(Figures.pounds(flow.carriedOut()) + " carried forward");
      }
      if (!flow.unused().isZero()) {
        parts.add(Figures.pounds(flow.unused()) + " " + source.kind().unused());
      }
      if (!parts.isEmpty()) {
        all.add(year.year() + ": " + String.join("; ", parts));
      }
    }
    return all;
  }

  /** Whether practices are asked for their own money in any year. */
  public boolean asksPractices() {
    return outcome.years().stream().anyMatch(year -> year.freeRiders().isPresent());
  }

  /** In one sentence, for the first year in which practices are asked. */
  public String freeRidersInShort() {
    return outcome.years().stream()
        .flatMap(
            year ->
                year.freeRiders().stream()
                    .map(
                        riders ->
                            riders.takeUp() >= 1
                                ? "Who pays, and who does not: all practices pay in " + year.year()
                                : "Free riders: in %s %s of patients are with practices that do not pay; those who pay carry them with %s a head"
                                    .formatted(
                                        year.year(),
                                        Figures.percent(100 * (1 - riders.takeUp())),
                                        Figures.aHead(riders.carriedAHead()))))
        .findFirst()
        .orElse("No practice is asked");
  }

  /** A row of a table by year. */
  public record Row(String what, List<String> cells) {}

  public List<Row> freeRiderRows() {
    return List.of(
        row(
            "Practices that pay, of %d".formatted(scenario.practices().size()),
            riders -> "about %.0f".formatted(riders.payers())),
        row("Patients whose practices pay", riders -> Figures.percent(100 * riders.takeUp())),
        row("Paid by those who pay", riders -> Figures.pounds(riders.paid())),
        row("Asked for and not paid", riders -> Figures.pounds(riders.notPaid())),
        row("Those who pay give, a head", riders -> Figures.aHead(riders.payersAHead())),
        row("Free riders give, a head", riders -> Figures.aHead(0)),
        row(
            "What everybody has of it, free riders too, a head",
            riders -> Figures.aHead(riders.everyoneAHead())),
        row(
            "So those who pay carry the others with, a head",
            riders -> Figures.aHead(riders.carriedAHead())),
        row("In all, free riders have of it", riders -> Figures.pounds(riders.carried())));
  }

  private Row row(String what, Function<Outcome.FreeRiders, String> cell) {
    return new Row(
        what,
        outcome.years().stream().map(year -> year.freeRiders().map(cell).orElse("–")).toList());
  }

  /** What would be if no practice paid of its own; null where none is asked. */
  public @Nullable Outcome ifNobodyPays() {
    return outcome.ifNobodyPays().orElse(null);
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
    List<Figure> all = new ArrayList<>(List.of(Figure.NEED, Figure.FUNDED, Figure.SHORT));
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
    return new Answer(scenario, outcome, simulation, yesOrNo, Set.copyOf(written));
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
