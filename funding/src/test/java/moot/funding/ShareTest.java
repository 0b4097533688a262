package moot.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShareTest {
  @Test
  void thePenniesThatAreLeftGoToTheLargestRemainders() {
    assertThat(Share.byLargestRemainder(100, new long[] {1, 1, 1})).containsExactly(34, 33, 33);
    assertThat(Share.byLargestRemainder(101, new long[] {10, 20, 70})).containsExactly(10, 20, 71);
    assertThat(Share.byLargestRemainder(-100, new long[] {1, 1, 1})).containsExactly(-34, -33, -33);
    assertThat(Share.byLargestRemainder(0, new long[] {3, 4})).containsExactly(0, 0);
    assertThat(Share.byLargestRemainder(Long.MAX_VALUE, new long[] {1, 1}))
        .containsExactly(Long.MAX_VALUE / 2 + 1, Long.MAX_VALUE / 2);
  }

  @Test
  void nothingCanBeDividedAmongNobody() {
    assertThatThrownBy(() -> Share.byLargestRemainder(5, new long[] {0, 0}))
        .hasMessageContaining("not all zero");
    assertThatThrownBy(() -> Share.byLargestRemainder(5, new long[] {2, -1}))
        .hasMessageContaining("none negative");
  }

  @Test
  void partsAddUpAndNoneIsAPennyOffItsExactShare() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int trial = 0; trial < 2_000; trial++) {
      long[] weights = random.longs(1 + random.nextInt(60), 0, 1L << 50).toArray();
      weights[0]++;
      long whole = random.nextLong(-1L << 45, 1L << 45);
      long[] parts = Share.byLargestRemainder(whole, weights);
      assertThat(Arrays.stream(parts).sum()).as("seed %d", seed).isEqualTo(whole);
      BigInteger sum =
          Arrays.stream(weights)
              .mapToObj(BigInteger::valueOf)
              .reduce(BigInteger.ZERO, BigInteger::add);
      for (int i = 0; i < parts.length; i++) {
        BigDecimal exact =
            new BigDecimal(BigInteger.valueOf(whole).multiply(BigInteger.valueOf(weights[i])))
                .divide(new BigDecimal(sum), 20, RoundingMode.HALF_UP);
        assertThat(exact.subtract(BigDecimal.valueOf(parts[i])).abs())
            .as("seed %d", seed)
            .isLessThan(BigDecimal.ONE);
      }
    }
  }
}
