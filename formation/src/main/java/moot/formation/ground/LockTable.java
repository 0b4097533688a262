package moot.formation.ground;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import moot.formation.Lock;
import moot.register.NetworkCode;
import moot.register.PracticeCode;

/**
 * The locks by practice number. Groups that have to be together and share a member are one group.
 */
public final class LockTable {
  private final List<int[]> stays = new ArrayList<>();
  private final int[] stayOf;
  private final int[] groupOf;
  private final int[][] groups;
  private final BitSet[] apart;
  private final boolean anyApart;

  LockTable(Ground ground) {
    int n = ground.size();
    stayOf = new int[n];
    groupOf = new int[n];
    Arrays.fill(stayOf, -1);
    Arrays.fill(groupOf, -1);
    apart = new BitSet[n];
    Arrays.setAll(apart, i -> new BitSet());
    SortedMap<NetworkCode, int[]> today = ground.today();
    int[] leader = new int[n];
    Arrays.setAll(leader, i -> i);
    boolean conflicts = false;
    for (Lock lock : ground.rules().locks()) {
      switch (lock) {
        case Lock.Stay(NetworkCode network) -> stay(today.getOrDefault(network, new int[0]));
        case Lock.Keep(Set<PracticeCode> practices) -> stay(numbers(ground, practices));
        case Lock.Together(Set<PracticeCode> practices) -> {
          int[] members = numbers(ground, practices);
          for (int i : members) {
            leader[find(leader, i)] = find(leader, members[0]);
          }
        }
        case Lock.Apart(Set<PracticeCode> practices) -> {
          int[] members = numbers(ground, practices);
          conflicts |= members.length > 1;
          for (int i : members) {
            for (int j : members) {
              if (i != j) {
                apart[i].set(j);
              }
            }
          }
        }
        case Lock.LeaveOut(PracticeCode ignored) -> {}
      }
    }
    anyApart = conflicts;
    groups = groups(leader);
  }

  /** Of two that overlap the first stays; that they contradict is for others to say. */
  private void stay(int[] members) {
    if (members.length > 0 && Arrays.stream(members).allMatch(i -> stayOf[i] < 0)) {
      for (int i : members) {
        stayOf[i] = stays.size();
      }
      stays.add(members);
    }
  }

  private static int[] numbers(Ground ground, Set<PracticeCode> practices) {
    return practices.stream().mapToInt(ground::number).filter(i -> i >= 0).sorted().toArray();
  }

  private static int find(int[] leader, int i) {
    int at = i;
    while (leader[at] != at) {
      at = leader[at];
    }
    return at;
  }

  private int[][] groups(int[] leader) {
    List<int[]> found = new ArrayList<>();
    for (int i = 0; i < leader.length; i++) {
      if (groupOf[i] < 0) {
        int mine = find(leader, i);
        List<Integer> members = new ArrayList<>();
        for (int j = i; j < leader.length; j++) {
          if (find(leader, j) == mine) {
            members.add(j);
          }
        }
        if (members.size() > 1) {
          for (int j : members) {
            groupOf[j] = found.size();
          }
          found.add(members.stream().mapToInt(Integer::intValue).toArray());
        }
      }
    }
    return found.toArray(int[][]::new);
  }

  /** Networks that stay as they are, of today or of a draft: members ascending. */
  public List<int[]> stays() {
    return stays;
  }

  /** Which of {@link #stays()} a practice is in; −1 for none. */
  public int stayOf(int i) {
    return stayOf[i];
  }

  /** Which of {@link #groups()} has to be together with this practice; −1 for none. */
  public int groupOf(int i) {
    return groupOf[i];
  }

  public int[][] groups() {
    return groups;
  }

  /** Those who may not share a network with this practice. */
  BitSet apart(int i) {
    return apart[i];
  }

  /** Whether two of these may not share a network. */
  public boolean conflict(int[] practices) {
    for (int i : practices) {
      for (int j : practices) {
        if (apart[i].get(j)) {
          return true;
        }
      }
    }
    return false;
  }

  boolean anyApart() {
    return anyApart;
  }

  boolean touchesStay(int[] members) {
    for (int i : members) {
      if (stayOf[i] >= 0) {
        return true;
      }
    }
    return false;
  }

  boolean isStay(int[] members) {
    int[] sorted = members.clone();
    Arrays.sort(sorted);
    int stay = stayOf[sorted[0]];
    return stay >= 0 && Arrays.equals(stays.get(stay), sorted);
  }

  /** How many practices are not with those they have to be with, or with those they may not. */
  int broken(int[] members) {
    if (groups.length == 0 && !anyApart) {
      return 0;
    }
    int broken = 0;
    int[] met = new int[groups.length];
    for (int i : members) {
      if (groupOf[i] >= 0) {
        met[groupOf[i]]++;
      }
      for (int j : members) {
        broken += apart[i].get(j) ? 1 : 0;
      }
    }
    for (int g = 0; g < met.length; g++) {
      broken += met[g] == 0 ? 0 : groups[g].length - met[g];
    }
    return broken;
  }
}
