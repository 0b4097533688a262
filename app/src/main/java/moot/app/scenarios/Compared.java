package moot.app.scenarios;

import java.util.List;
import java.util.Optional;
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
      List.of(Figure.GAP, Figure.FUNDED, Figure.NEED, Figure.FROM_PRACTICES);

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

  /** What is told of each year. */
  public List<Figure> figures() {
    return List.of(
        Figure.NEED,
        Figure.GAP,
        Figure.RECURRENT,
        Figure.OWNERSHIP,
        Figure.SERVICES,
        Figure.FROM_PRACTICES_A_HEAD,
        Figure.TAKE_UP);
  }
}
