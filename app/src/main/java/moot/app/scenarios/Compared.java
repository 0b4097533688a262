package moot.app.scenarios;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import moot.funding.management.Attribution;
import moot.funding.management.Comparing;
import moot.funding.management.Figure;
import moot.funding.management.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Scenarios side by side; differences are against the first.
 *
 * @param attributed the figure whose difference is taken apart
 */
public record Compared(List<One> all, Comparing comparing, Figure attributed) {
  /** Figures that can be added up over years, and so be taken apart. */
  public static final List<Figure> ATTRIBUTED =
      List.of(Figure.SHORT, Figure.FUNDED, Figure.NEED, Figure.FROM_PRACTICES);

  /**
   * @param apart how it comes to differ from the first; null for the first, and where the years are
   *     not the same
   */
  public record One(SavedScenario saved, Answer answer, @Nullable Attribution apart) {}

  /** The most years that any has. */
  public int years() {
    return all.stream().mapToInt(one -> one.answer().outcome().years().size()).max().orElse(0);
  }

  /** One scale for all charts, in pounds. */
  public double top() {
    return all.stream().mapToDouble(one -> FundingChart.tallest(one.answer())).max().orElse(0);
  }

  public Optional<Outcome.Year> year(One one, int y) {
    List<Outcome.Year> years = one.answer().outcome().years();
    return y < years.size() ? Optional.of(years.get(y)) : Optional.empty();
  }

  /** How much more than the first, in words; empty for the first and where there is none. */
  public String difference(int column, int year, Figure figure) {
    return column == 0
        ? ""
        : comparing
            .difference(column, year, figure)
            .map(value -> Figures.difference(figure, value))
            .orElse("");
  }

  /** The years of the scenario that has most; where they begin apart, those of the first. */
  private List<String> yearNames() {
    return all.stream()
        .map(one -> one.answer().outcome().years())
        .max(Comparator.comparingInt(List::size))
        .orElse(List.of())
        .stream()
        .map(year -> year.year().toString())
        .toList();
  }

  /** How much of the need is met by money that comes again, a line for each scenario. */
  public String recurrentChart() {
    return SharesChart.of(
        Figures.sentence(Figure.RECURRENT.words()),
        sameBeginning() ? yearNames() : numbers(),
        lines(
            one ->
                one.answer().outcome().years().stream()
                    .map(year -> year.find(Figure.RECURRENT))
                    .toList()));
  }

  /** The chance of each year being short, a line for each scenario. */
  public String shortChart() {
    return SharesChart.of(
        "Chance of being short",
        sameBeginning() ? yearNames() : numbers(),
        lines(
            one ->
                one.answer().simulation().years().stream()
                    .map(year -> OptionalDouble.of(100 * year.chanceShort()))
                    .toList()));
  }

  private boolean sameBeginning() {
    return all.stream().map(one -> one.answer().scenario().first()).distinct().count() == 1;
  }

  private List<String> numbers() {
    return IntStream.rangeClosed(1, years()).mapToObj(y -> "Year " + y).toList();
  }

  private List<SharesChart.Line> lines(Function<One, List<OptionalDouble>> values) {
    return all.stream()
        .map(one -> new SharesChart.Line(one.saved().title(), values.apply(one)))
        .toList();
  }

  /** The chance of a year being short, in words; a dash where the scenario has no such year. */
  public String chanceShort(One one, int y) {
    var drawn = one.answer().simulation().years();
    return y < drawn.size() ? Figures.percent(100 * drawn.get(y).chanceShort()) : "–";
  }

  /** What is told of each year. */
  public List<Figure> figures() {
    return List.of(
        Figure.NEED,
        Figure.SHORT,
        Figure.RECURRENT,
        Figure.OWNERSHIP,
        Figure.SERVICES,
        Figure.FROM_PRACTICES_A_HEAD,
        Figure.TAKE_UP);
  }
}
