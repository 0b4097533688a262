package moot.funding.management;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How things turn out: at their likely values and on average, or as drawn. Each unknown and each
 * event has a stream of its own, chosen by its name, so that two scenarios meet the same luck
 * wherever they have the same unknowns.
 */
final class Fate {
  /** What a scenario does not know. */
  static final class Unknowns {
    private final List<String> names = new ArrayList<>();
    private final List<Uncertain> ranges = new ArrayList<>();
    private final List<Long> events = new ArrayList<>();

    int unknown(String name, Uncertain range) {
      names.add(name);
      ranges.add(range);
      return names.size() - 1;
    }

    int event(String name) {
      events.add(hash(name));
      return events.size() - 1;
    }

    String name(int unknown) {
      return names.get(unknown);
    }

    Uncertain range(int unknown) {
      return ranges.get(unknown);
    }

    int count() {
      return names.size();
    }
  }

  private final boolean drawn;
  private final Uncertain[] ranges;
  private final long[] streams;
  private final long[] events;
  private final double[] values;
  private final double[] luck;

  /** 1 or 0 where it is said what happens, else NaN. */
  private final double[] said;

  private Fate(Unknowns unknowns, boolean drawn) {
    this.drawn = drawn;
    this.ranges = unknowns.ranges.toArray(Uncertain[]::new);
    this.streams = unknowns.names.stream().mapToLong(Fate::hash).toArray();
    this.events = unknowns.events.stream().mapToLong(Long::longValue).toArray();
    this.values = new double[ranges.length];
    this.luck = new double[events.length];
    this.said = new double[events.length];
    Arrays.fill(said, Double.NaN);
    for (int k = 0; k < ranges.length; k++) {
      values[k] = ranges[k].likely();
    }
  }

  /** Likely values, events in proportion to their chance, amounts in whole pence. */
  static Fate likely(Unknowns unknowns) {
    return new Fate(unknowns, false);
  }

  /** The same, but some events happen or do not. */
  static Fate likelyBut(Unknowns unknowns, int[] events, boolean happen) {
    Fate fate = likely(unknowns);
    for (int event : events) {
      fate.said[event] = happen ? 1 : 0;
    }
    return fate;
  }

  /** To be drawn anew by {@link #draw}. */
  static Fate drawn(Unknowns unknowns) {
    return new Fate(unknowns, true);
  }

  void draw(long seed, int number) {
    for (int k = 0; k < values.length; k++) {
      if (!ranges[k].isCertain()) {
        values[k] = ranges[k].at(uniform(seed, streams[k], number));
      }
    }
    for (int k = 0; k < luck.length; k++) {
      luck[k] = uniform(seed, events[k], number);
    }
  }

  double value(int unknown) {
    return values[unknown];
  }

  /** An unknown in percent, as a share from 0 to 1. */
  double share(int unknown) {
    return Math.clamp(values[unknown] / 100, 0, 1);
  }

  /** 1 if the event happens and 0 if not; on average its chance. */
  double happens(int event, double chance) {
    if (drawn) {
      return luck[event] < chance ? 1 : 0;
    }
    return Double.isNaN(said[event]) ? chance : said[event];
  }

  /** Pence, whole ones unless drawn. */
  double pence(double amount) {
    return drawn ? amount : Math.rint(amount);
  }

  boolean isDrawn() {
    return drawn;
  }

  private static long hash(String name) {
    long hash = 1125899906842597L;
    for (int i = 0; i < name.length(); i++) {
      hash = 31 * hash + name.charAt(i);
    }
    return mix(hash);
  }

  /** Strictly between 0 and 1. */
  private static double uniform(long seed, long stream, int number) {
    long bits = mix(mix(seed ^ stream) + number * 0x9E3779B97F4A7C15L);
    return ((bits >>> 12) + 0.5) * 0x1.0p-52;
  }

  /** The finalizer of SplitMix64. */
  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
