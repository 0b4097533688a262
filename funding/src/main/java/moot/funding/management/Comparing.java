package moot.funding.management;

import java.util.List;
import java.util.Optional;

/**
 * Scenarios side by side, drawn with one seed so that they meet the same luck.
 *
 * @param columns in the order asked for; differences are against the first
 */
public record Comparing(List<Column> columns) {
  public Comparing {
    columns = List.copyOf(columns);
  }

  public record Column(Outcome outcome, Simulation simulation) {}

  public static Comparing of(List<Scenario> scenarios, int draws, long seed) {
    return new Comparing(
        scenarios.stream()
            .map(s -> new Column(Outcome.of(s), Simulation.run(s, draws, seed)))
            .toList());
  }

  /**
   * How much more a column has of a figure in a year than the first column; empty where either has
   * none.
   *
   * @param column from 0
   * @param year from 0
   */
  public Optional<Double> difference(int column, int year, Figure figure) {
    List<Outcome.Year> these = columns.get(column).outcome().years();
    List<Outcome.Year> first = columns.getFirst().outcome().years();
    if (year >= these.size()
        || year >= first.size()
        || these.get(year).find(figure).isEmpty()
        || first.get(year).find(figure).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        these.get(year).find(figure).getAsDouble() - first.get(year).find(figure).getAsDouble());
  }
}
