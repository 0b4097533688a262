package moot.formation.search;

import java.util.Arrays;

/**
 * A network as the linear solver sees it.
 *
 * @param members ascending
 * @param sides its amount in each side row
 */
record Column(int[] members, double cost, double[] sides) {
  /** Two columns of the same members are the same. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Column column && Arrays.equals(members, column.members);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(members);
  }
}
