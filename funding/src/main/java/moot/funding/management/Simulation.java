package moot.funding.management;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import moot.funding.FinancialYear;
import org.jspecify.annotations.Nullable;

/**
 * A scenario drawn many times over what is uncertain in it: ranges instead of points. The same seed
 * gives the same draws; two scenarios drawn with one seed meet the same luck where they share an
 * unknown.
 *
 * @param years one for each year of the scenario
 * @param totalGap over all years, in pence
 * @param drivers what the total gap depends on, the strongest first; empty when it is the same in
 *     all draws
 */
public record Simulation(
    Scenario scenario,
    int draws,
    long seed,
    List<Year> years,
    Spread totalGap,
    List<Driver> drivers) {
  public static final int DRAWS = 10_000;

  /** Short by less than this many pence is not short. */
  private static final double A_PENNY = 0.5;

  private static final int CHUNKS = 16;

  public Simulation {
    years = List.copyOf(years);
    drivers = List.copyOf(drivers);
  }

  /**
   * One in ten draws lies below {@code p10}, half below {@code p50}, nine in ten below {@code p90}.
   */
  public record Spread(double p10, double p50, double p90) {}

  /**
   * @param bySource pence used of each source, by its id
   * @param byPractice pence given by each practice, of its own and passed on, in the scenario's
   *     order
   * @param chanceShort the share of draws in which this year is short
   * @param chanceCliff the share of draws in which it is the first that is short
   * @param cliff by how many pence it is short in those draws; null where there is none
   */
  public record Year(
      FinancialYear year,
      Map<Figure, Spread> figures,
      Map<String, Spread> bySource,
      List<Spread> byPractice,
      double chanceShort,
      double chanceCliff,
      @Nullable Spread cliff) {
    public Year {
      figures = Map.copyOf(figures);
      bySource = Map.copyOf(bySource);
      byPractice = List.copyOf(byPractice);
    }

    public Optional<Spread> find(Figure figure) {
      return Optional.ofNullable(figures.get(figure));
    }
  }

  /**
   * An unknown that the total gap depends on.
   *
   * @param correlation Spearman's rank correlation with the total gap, −1 to 1: below zero where
   *     more of it makes the gap smaller
   * @param share its square among the squares of all unknowns, in percent: a measure of weight that
   *     is fair where effects run one way, and blind to those that turn round
   */
  public record Driver(String what, double correlation, double share) {}

  /** The year that most draws are first short in; empty where none is short in any. */
  public Optional<Year> mostOftenFirstShort() {
    return years.stream()
        .filter(year -> year.chanceCliff() > 0)
        .max(Comparator.comparingDouble(Year::chanceCliff));
  }

  /** The share of draws in which some year is short. */
  public double chanceShort() {
    return Math.min(1, years.stream().mapToDouble(Year::chanceCliff).sum());
  }

  public static Simulation run(Scenario scenario) {
    return run(scenario, DRAWS, 1);
  }

  public static Simulation run(Scenario scenario, int draws, long seed) {
    if (draws < 10 || draws > 1_000_000) {
      throw new IllegalArgumentException("%d draws: expected 10 to 1,000,000".formatted(draws));
    }
    return new Drawing(scenario, draws, seed).run();
  }

  private static final class Drawing {
    private static final Figure[] FIGURES = Figure.values();

    private final Scenario scenario;
    private final int draws;
    private final long seed;
    private final int years;
    private final int sources;
    private final int practices;
    private final long patients;
    private final double[][][] figures;
    private final double[][][] used;
    private final float[][][] given;
    private final double[] totalGap;
    private final byte[] cliff;
    private final double[][] unknown;
    private final double[][] luck;

    Drawing(Scenario scenario, int draws, long seed) {
      this.scenario = scenario;
      this.draws = draws;
      this.seed = seed;
      years = scenario.years();
      sources = scenario.sources().size();
      practices = scenario.practices().size();
      patients = scenario.patients();
      figures = new double[FIGURES.length][years][draws];
      used = new double[sources][years][draws];
      given = new float[years][practices][draws];
      totalGap = new double[draws];
      cliff = new byte[draws];
      unknown = new double[new Books(scenario).unknowns().count()][draws];
      luck = new double[sources][draws];
    }

    Simulation run() {
      parallel(
          CHUNKS,
          chunk ->
              draw(
                  (int) ((long) draws * chunk / CHUNKS),
                  (int) ((long) draws * (chunk + 1) / CHUNKS)));
      return new Simulation(
          scenario, draws, seed, listYears(), spread(totalGap.clone()).orElseThrow(), drivers());
    }

    private void draw(int from, int to) {
      Books books = new Books(scenario);
      Fate fate = Fate.drawn(books.unknowns());
      for (int d = from; d < to; d++) {
        int draw = d;
        fate.draw(seed, draw);
        cliff[draw] = -1;
        books.run(fate, (y, closed) -> keep(draw, y, closed));
        for (int k = 0; k < unknown.length; k++) {
          unknown[k][draw] = fate.value(k);
        }
        for (int s = 0; s < sources; s++) {
          luck[s][draw] = books.streams.get(s).luckShare();
        }
      }
    }

    private void keep(int draw, int y, Books books) {
      for (int f = 0; f < FIGURES.length; f++) {
        figures[f][y][draw] = FIGURES[f].of(books, patients);
      }
      for (int s = 0; s < sources; s++) {
        used[s][y][draw] = books.streams.get(s).used;
      }
      for (int i = 0; i < practices; i++) {
        given[y][i][draw] = (float) (books.own[i] + books.passedOn[i]);
      }
      totalGap[draw] += books.gap;
      if (cliff[draw] < 0 && books.gap > A_PENNY) {
        cliff[draw] = (byte) y;
      }
    }

    private List<Year> listYears() {
      double[] chancesShort = new double[years];
      for (int y = 0; y < years; y++) {
        chancesShort[y] =
            Arrays.stream(figures[Figure.SHORT.ordinal()][y]).filter(g -> g > A_PENNY).count()
                / (double) draws;
      }
      // Spreads sort what they are given, and the order of the draws is needed once more.
      double[][] gaps = new double[years][];
      Year[] all = new Year[years];
      parallel(
          years,
          y -> {
            Map<Figure, Spread> byFigure = new EnumMap<>(Figure.class);
            gaps[y] = figures[Figure.SHORT.ordinal()][y].clone();
            for (Figure figure : FIGURES) {
              spread(figures[figure.ordinal()][y]).ifPresent(s -> byFigure.put(figure, s));
            }
            Map<String, Spread> bySource = new HashMap<>();
            for (int s = 0; s < sources; s++) {
              bySource.put(scenario.sources().get(s).id(), spread(used[s][y]).orElseThrow());
            }
            List<Spread> byPractice = new ArrayList<>();
            for (int i = 0; i < practices; i++) {
              byPractice.add(spread(given[y][i]));
            }
            double[] falls =
                IntStream.range(0, draws)
                    .filter(d -> cliff[d] == y)
                    .mapToDouble(d -> gaps[y][d])
                    .toArray();
            all[y] =
                new Year(
                    scenario.first().plusYears(y),
                    byFigure,
                    bySource,
                    byPractice,
                    chancesShort[y],
                    falls.length / (double) draws,
                    spread(falls).orElse(null));
          });
      return List.of(all);
    }

    private List<Driver> drivers() {
      double[] gaps = ranks(totalGap);
      if (gaps.length == 0) {
        return List.of();
      }
      Books books = new Books(scenario);
      List<String> names = new ArrayList<>();
      List<double[]> values = new ArrayList<>();
      for (int k = 0; k < unknown.length; k++) {
        names.add(books.unknowns().name(k));
        values.add(unknown[k]);
      }
      for (int s = 0; s < sources; s++) {
        String what = books.streams.get(s).luck();
        if (what != null) {
          names.add(what);
          values.add(luck[s]);
        }
      }
      double[] correlations = new double[names.size()];
      parallel(correlations.length, k -> correlations[k] = correlation(ranks(values.get(k)), gaps));
      double squares = Arrays.stream(correlations).map(c -> c * c).sum();
      return IntStream.range(0, correlations.length)
          .filter(k -> correlations[k] != 0)
          .mapToObj(
              k ->
                  new Driver(
                      names.get(k),
                      correlations[k],
                      100 * correlations[k] * correlations[k] / squares))
          .sorted(Comparator.comparingDouble(Driver::share).reversed())
          .toList();
    }
  }

  private static void parallel(int count, IntConsumer task) {
    IntStream.range(0, count).parallel().forEach(task);
  }

  /** Sorts what it is given; empty where a value is missing in all draws. */
  private static Optional<Spread> spread(double[] values) {
    Arrays.sort(values);
    int there = values.length;
    while (there > 0 && Double.isNaN(values[there - 1])) {
      there--;
    }
    return there == 0
        ? Optional.empty()
        : Optional.of(
            new Spread(values[at(0.1, there)], values[at(0.5, there)], values[at(0.9, there)]));
  }

  private static Spread spread(float[] values) {
    Arrays.sort(values);
    int there = values.length;
    return new Spread(values[at(0.1, there)], values[at(0.5, there)], values[at(0.9, there)]);
  }

  private static int at(double share, int count) {
    return (int) Math.round(share * (count - 1));
  }

  /** Mean ranks, from their mean; empty where all values are the same. */
  static double[] ranks(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int count = sorted.length;
    if (sorted[0] == sorted[count - 1]) {
      return new double[0];
    }
    double[] ranks = new double[count];
    for (int d = 0; d < count; d++) {
      int first = firstAtLeast(sorted, values[d]);
      int after = firstAtLeast(sorted, Math.nextUp(values[d]));
      ranks[d] = (first + after - 1) / 2.0 - (count - 1) / 2.0;
    }
    return ranks;
  }

  private static int firstAtLeast(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  static double correlation(double[] a, double[] b) {
    if (a.length == 0 || b.length == 0) {
      return 0;
    }
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int d = 0; d < a.length; d++) {
      ab += a[d] * b[d];
      aa += a[d] * a[d];
      bb += b[d] * b[d];
    }
    return ab / Math.sqrt(aa * bb);
  }
}
