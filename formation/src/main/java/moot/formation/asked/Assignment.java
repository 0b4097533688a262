package moot.formation.asked;

import java.util.Arrays;

/**
 * The assignment of rows to columns with the largest total weight, each row and each column used at
 * most once. Exact: the Hungarian method with potentials and shortest augmenting paths, O(rows² ·
 * columns) (Kuhn 1955; Jonker and Volgenant 1987).
 */
public final class Assignment {
  /** What a row without a column gets. */
  public static final int NONE = -1;

  private Assignment() {}

  /**
   * Finds a best assignment.
   *
   * @param weight {@code weight[row][column]}, 0 or more, all rows of one length; a pair of weight
   *     0 is never assigned, since it adds nothing
   * @return for each row its column, or {@link #NONE}
   */
  public static int[] heaviest(long[][] weight) {
    int rows = weight.length;
    if (rows == 0) {
      return new int[0];
    }
    int columns = weight[0].length;
    if (rows > columns) {
      int[] rowOf = heaviest(transposed(weight));
      int[] columnOf = new int[rows];
      Arrays.fill(columnOf, NONE);
      for (int c = 0; c < columns; c++) {
        if (rowOf[c] != NONE) {
          columnOf[rowOf[c]] = c;
        }
      }
      return columnOf;
    }

    // Column 0 of the working arrays is a stand-in from which each new row sets out.
    long[] rowPotential = new long[rows + 1];
    long[] columnPotential = new long[columns + 1];
    int[] rowAt = new int[columns + 1];
    int[] cameFrom = new int[columns + 1];
    for (int row = 1; row <= rows; row++) {
      rowAt[0] = row;
      int column = 0;
      long[] distance = new long[columns + 1];
      Arrays.fill(distance, Long.MAX_VALUE);
      boolean[] done = new boolean[columns + 1];
      do {
        done[column] = true;
        int at = rowAt[column];
        long least = Long.MAX_VALUE;
        int next = 0;
        for (int c = 1; c <= columns; c++) {
          if (done[c]) {
            continue;
          }
          long reduced = -weight[at - 1][c - 1] - rowPotential[at] - columnPotential[c];
          if (reduced < distance[c]) {
            distance[c] = reduced;
            cameFrom[c] = column;
          }
          if (distance[c] < least) {
            least = distance[c];
            next = c;
          }
        }
        for (int c = 0; c <= columns; c++) {
          if (done[c]) {
            rowPotential[rowAt[c]] += least;
            columnPotential[c] -= least;
          } else {
            distance[c] -= least;
          }
        }
        column = next;
      } while (rowAt[column] != 0);
      while (column != 0) {
        int previous = cameFrom[column];
        rowAt[column] = rowAt[previous];
        column = previous;
      }
    }

    int[] columnOf = new int[rows];
    Arrays.fill(columnOf, NONE);
    for (int c = 1; c <= columns; c++) {
      int row = rowAt[c] - 1;
      if (row >= 0 && weight[row][c - 1] > 0) {
        columnOf[row] = c - 1;
      }
    }
    return columnOf;
  }

  private static long[][] transposed(long[][] weight) {
    int columns = weight[0].length;
    long[][] other = new long[columns][weight.length];
    for (int r = 0; r < weight.length; r++) {
      for (int c = 0; c < columns; c++) {
        other[c][r] = weight[r][c];
      }
    }
    return other;
  }
}
