package moot.sample;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Chance that falls the same way on every machine.
 *
 * <p>Each part of the place throws its own dice, named after the part, so that a part added later
 * leaves the earlier ones as they were. Only whole 64-bit words are taken from the library; what is
 * made of them is made here with {@link StrictMath}, because the library's ready-made distributions
 * may change between versions.
 */
final class Dice {
  private final RandomGenerator words;

  Dice(long seed, String part) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < part.length(); i++) {
      hash = (hash ^ part.charAt(i)) * 0x100000001b3L;
    }
    this.words = RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 31 + hash);
  }

  /** From 0 (included) to 1 (excluded). */
  double unit() {
    return (words.nextLong() >>> 11) * 0x1.0p-53;
  }

  double between(double from, double to) {
    return from + (to - from) * unit();
  }

  /** A whole number from 0 to {@code n - 1}. */
  int below(int n) {
    return (int) (unit() * n);
  }

  /** Standard normal (Marsaglia's polar method). */
  double normal() {
    while (true) {
      double x = between(-1, 1);
      double y = between(-1, 1);
      double s = x * x + y * y;
      if (s > 0 && s < 1) {
        return x * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
      }
    }
  }

  /** Normal with mean 1, never further from it than two standard deviations. */
  double about1(double deviation) {
    return 1 + deviation * Math.clamp(normal(), -2, 2);
  }
}
