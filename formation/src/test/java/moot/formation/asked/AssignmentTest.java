package moot.formation.asked;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AssignmentTest {
  @Test
  void theHeaviestPairIsGivenUpWhereTwoOthersWeighMore() {
    long[][] weight = {
      {9, 8},
      {8, 0},
    };
    assertThat(Assignment.heaviest(weight)).containsExactly(1, 0);
  }

  @Test
  void aRowThatAddsNothingStaysWithoutAColumn() {
    assertThat(Assignment.heaviest(new long[][] {{0, 0}, {0, 3}})).containsExactly(-1, 1);
    assertThat(Assignment.heaviest(new long[][] {{5}, {7}, {6}})).containsExactly(-1, 0, -1);
    assertThat(Assignment.heaviest(new long[0][])).isEmpty();
  }

  @Test
  void asHeavyAsTheBestOfAllAssignments() {
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      long[][] weight = new long[1 + random.nextInt(6)][1 + random.nextInt(6)];
      for (long[] row : weight) {
        for (int c = 0; c < row.length; c++) {
          row[c] = random.nextInt(3) == 0 ? 0 : random.nextInt(20);
        }
      }
      int[] columnOf = Assignment.heaviest(weight);
      long total = 0;
      boolean[] used = new boolean[weight[0].length];
      for (int r = 0; r < weight.length; r++) {
        if (columnOf[r] != Assignment.NONE) {
          assertThat(used[columnOf[r]]).as("seed %d: column used twice", seed).isFalse();
          used[columnOf[r]] = true;
          total += weight[r][columnOf[r]];
        }
      }
      assertThat(total).as("seed %d", seed).isEqualTo(best(weight, 0, 0));
    }
  }

  private static long best(long[][] weight, int row, int used) {
    if (row == weight.length) {
      return 0;
    }
    long best = best(weight, row + 1, used);
    for (int c = 0; c < weight[0].length; c++) {
      if ((used & 1 << c) == 0) {
        best = Math.max(best, weight[row][c] + best(weight, row + 1, used | 1 << c));
      }
    }
    return best;
  }
}
