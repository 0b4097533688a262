package moot.formation.search;

import org.jspecify.annotations.Nullable;

/**
 * A decision of the branching: two practices share a network, or they do not (Ryan and Foster,
 * 1981). With those before it, it describes a part of all plans.
 */
record Branch(@Nullable Branch before, int a, int b, boolean share) {
  boolean allows(int[] members) {
    char[] same = new char[members.length];
    for (int m = 0; m < same.length; m++) {
      same[m] = (char) members[m];
    }
    return allows(same, 0, same.length);
  }

  /** Whether a network of the members in this part of the array obeys all decisions. */
  boolean allows(char[] members, int from, int to) {
    for (Branch at = this; at != null; at = at.before) {
      int met = 0;
      for (int m = from; m < to; m++) {
        if (members[m] == at.a || members[m] == at.b) {
          met++;
        }
      }
      if (at.share ? met == 1 : met == 2) {
        return false;
      }
    }
    return true;
  }
}
