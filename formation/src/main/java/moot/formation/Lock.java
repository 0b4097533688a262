package moot.formation;

import java.util.Set;
import moot.register.NetworkCode;
import moot.register.PracticeCode;

/** A wish of the table that is not up for trade. Locks remove feasible networks. */
public sealed interface Lock {
  /** All of these end up in one network. */
  record Together(Set<PracticeCode> practices) implements Lock {
    public Together {
      practices = Set.copyOf(practices);
    }
  }

  /** No two of these end up in the same network. */
  record Apart(Set<PracticeCode> practices) implements Lock {
    public Apart {
      practices = Set.copyOf(practices);
    }
  }

  /** Today's network stays exactly as it is, feasible or not. */
  record Stay(NetworkCode network) implements Lock {}

  /**
   * These practices, all of them and nobody else, are one network, feasible or not: a network of a
   * draft that is kept as it is. It is priced as it is.
   */
  record Keep(Set<PracticeCode> practices) implements Lock {
    public Keep {
      practices = Set.copyOf(practices);
    }
  }

  /** This practice takes no part; the others form networks without it. It is nobody's neighbour. */
  record LeaveOut(PracticeCode practice) implements Lock {}
}
