package moot.funding.management;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import moot.funding.Money;

/**
 * Which part of a change from one scenario to another causes which part of its effect. Each part
 * gets what it adds on average over all orders in which the parts could be changed (its Shapley
 * value); so the parts add up to the whole, and no order is preferred.
 *
 * @param figure of which the sum over all years is explained
 * @param parts the order is that of the scenarios; they add up to {@code after − before} to the
 *     penny
 * @param exact over all orders; else over {@value #ORDERS} drawn ones
 */
public record Attribution(
    Figure figure, Money before, Money after, List<Part> parts, boolean exact) {
  /** Up to so many parts all orders are taken. */
  public static final int EXACT = 12;

  private static final int ORDERS = 2_000;

  public Attribution {
    parts = List.copyOf(parts);
  }

  /**
   * @param what for example {@code need}, or a source's title
   * @param effect on the figure, in pence
   */
  public record Part(String what, Money effect) {}

  /** One thing in which two scenarios differ, by name. */
  private record Difference(String key, String what) {}

  /**
   * @param figure one that can be added up over years
   * @throws IllegalArgumentException if the scenarios are of different years
   */
  public static Attribution between(Scenario before, Scenario after, Figure figure) {
    if (!before.first().equals(after.first()) || before.years() != after.years()) {
      throw new IllegalArgumentException(
          "%d years from %s and %d years from %s: expected the same years. Maybe copy one scenario and change it?"
              .formatted(before.years(), before.first(), after.years(), after.first()));
    }
    List<Difference> differences = differences(before, after);
    int n = differences.size();
    Money from = Outcome.of(before).total(figure);
    Money to = Outcome.of(after).total(figure);
    List<Money> effects =
        n <= EXACT
            ? exact(before, after, differences, figure)
            : drawn(before, after, differences, figure);
    List<Part> parts = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      parts.add(new Part(differences.get(k).what(), effects.get(k)));
    }
    return new Attribution(figure, from, to, parts, n <= EXACT);
  }

  private static List<Difference> differences(Scenario a, Scenario b) {
    List<Difference> all = new ArrayList<>();
    if (!a.need().equals(b.need())) {
      all.add(new Difference("need", "need"));
    }
    if (!a.practices().equals(b.practices())) {
      all.add(new Difference("practices", "practices"));
    }
    if (!a.hands().equals(b.hands())) {
      all.add(new Difference("hands", "what passes through practices' hands"));
    }
    for (String id : ids(a, b)) {
      Optional<Source> old = source(a, id);
      Optional<Source> young = source(b, id);
      if (!old.equals(young)) {
        all.add(new Difference("source " + id, young.or(() -> old).orElseThrow().title()));
      }
    }
    return all;
  }

  private static Set<String> ids(Scenario a, Scenario b) {
    Set<String> ids = new LinkedHashSet<>();
    a.sources().forEach(s -> ids.add(s.id()));
    b.sources().forEach(s -> ids.add(s.id()));
    return ids;
  }

  private static Optional<Source> source(Scenario scenario, String id) {
    return scenario.sources().stream().filter(s -> s.id().equals(id)).findFirst();
  }

  /** The scenario in which the chosen differences are as in {@code b} and all else as in a. */
  private static Scenario mixed(Scenario a, Scenario b, List<Difference> differences, long chosen) {
    Set<String> changed = new LinkedHashSet<>();
    for (int k = 0; k < differences.size(); k++) {
      if ((chosen >> k & 1) == 1) {
        changed.add(differences.get(k).key());
      }
    }
    List<Source> sources =
        ids(a, b).stream()
            .map(id -> source(changed.contains("source " + id) ? b : a, id).orElse(null))
            .filter(Objects::nonNull)
            .toList();
    return new Scenario(
        a.title(),
        a.first(),
        a.years(),
        changed.contains("practices") ? b.practices() : a.practices(),
        changed.contains("need") ? b.need() : a.need(),
        sources,
        changed.contains("hands") ? b.hands() : a.hands(),
        List.of());
  }

  private static long value(
      Scenario a, Scenario b, List<Difference> differences, long chosen, Figure figure) {
    return Outcome.of(mixed(a, b, differences, chosen)).total(figure).pence();
  }

  private static List<Money> exact(
      Scenario a, Scenario b, List<Difference> differences, Figure figure) {
    int n = differences.size();
    if (n == 0) {
      return List.of();
    }
    long[] values = new long[1 << n];
    IntStream.range(0, values.length)
        .parallel()
        .forEach(set -> values[set] = value(a, b, differences, set, figure));
    BigInteger[] factorial = new BigInteger[n + 1];
    factorial[0] = BigInteger.ONE;
    for (int k = 1; k <= n; k++) {
      factorial[k] = factorial[k - 1].multiply(BigInteger.valueOf(k));
    }
    List<BigInteger> numerators = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      long[] bySize = new long[n];
      for (int set = 0; set < values.length; set++) {
        if ((set >> k & 1) == 0) {
          bySize[Integer.bitCount(set)] += values[set | 1 << k] - values[set];
        }
      }
      BigInteger sum = BigInteger.ZERO;
      for (int size = 0; size < n; size++) {
        sum =
            sum.add(
                BigInteger.valueOf(bySize[size])
                    .multiply(factorial[size])
                    .multiply(factorial[n - 1 - size]));
      }
      numerators.add(sum);
    }
    return wholePence(numerators, factorial[n]);
  }

  private static List<Money> drawn(
      Scenario a, Scenario b, List<Difference> differences, Figure figure) {
    int n = differences.size();
    if (n > 62) {
      throw new IllegalArgumentException(
          "%d differences: expected at most 62. Maybe compare scenarios that are nearer to each other?"
              .formatted(n));
    }
    Map<Long, Long> known = new HashMap<>();
    long[] sums = new long[n];
    List<Integer> order = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      order.add(k);
    }
    Random random = new Random(1);
    for (int time = 0; time < ORDERS; time++) {
      Collections.shuffle(order, random);
      long set = 0;
      long was = known.computeIfAbsent(set, s -> value(a, b, differences, s, figure));
      for (int k : order) {
        set |= 1L << k;
        long is = known.computeIfAbsent(set, s -> value(a, b, differences, s, figure));
        sums[k] += is - was;
        was = is;
      }
    }
    List<BigInteger> numerators = new ArrayList<>();
    for (long sum : sums) {
      numerators.add(BigInteger.valueOf(sum));
    }
    return wholePence(numerators, BigInteger.valueOf(ORDERS));
  }

  /** Fractions that add up to a whole, as whole numbers that do, by largest remainder. */
  private static List<Money> wholePence(List<BigInteger> numerators, BigInteger denominator) {
    int n = numerators.size();
    long[] parts = new long[n];
    BigInteger[] rests = new BigInteger[n];
    BigInteger rest = BigInteger.ZERO;
    List<Integer> order = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      rests[k] = numerators.get(k).mod(denominator);
      parts[k] = numerators.get(k).subtract(rests[k]).divide(denominator).longValueExact();
      rest = rest.add(rests[k]);
      order.add(k);
    }
    order.sort((i, j) -> rests[j].compareTo(rests[i]));
    int left = rest.divide(denominator).intValueExact();
    for (int k = 0; k < left; k++) {
      parts[order.get(k)]++;
    }
    return Arrays.stream(parts).mapToObj(Money::new).toList();
  }
}
