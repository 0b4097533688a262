package moot.formation.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import moot.formation.FormingPractice;
import moot.formation.Lock;
import moot.formation.NetworkCount;
import moot.formation.ground.Ground;
import moot.register.NetworkCode;
import moot.register.PracticeCode;

/**
 * Conflicts between rules that need no search to be seen. None of them has to do with the maximum:
 * what is found here holds without it.
 */
final class PlainConflict {
  private final Ground ground;

  private PlainConflict(Ground ground) {
    this.ground = ground;
  }

  /** Whether there surely is one; false says nothing. */
  static boolean in(Ground ground) {
    PlainConflict conflict = new PlainConflict(ground);
    // What stands already may be too small or not connected.
    return conflict.betweenLocks()
        || (ground.standing().isEmpty()
            && (conflict.withinGroups() || conflict.withCount() || conflict.withMinimum()));
  }

  private boolean betweenLocks() {
    Set<PracticeCode> out = new TreeSet<>(ground.leftOut());
    for (Lock lock : ground.rules().locks()) {
      boolean conflict =
          switch (lock) {
            case Lock.Together(Set<PracticeCode> practices) ->
                practices.stream().anyMatch(out::contains) || splitByStay(practices);
            case Lock.Apart(Set<PracticeCode> practices) -> joinedByStay(practices);
            case Lock.Stay(NetworkCode network) -> {
              Set<PracticeCode> members = new TreeSet<>();
              ground.place().practices().stream()
                  .filter(p -> network.equals(p.today()))
                  .map(FormingPractice::code)
                  .forEach(members::add);
              yield members.stream().anyMatch(out::contains) || takenByAnother(members);
            }
            case Lock.Keep(Set<PracticeCode> practices) ->
                practices.stream().anyMatch(out::contains) || takenByAnother(practices);
            case Lock.LeaveOut ignored -> false;
          };
      if (conflict) {
        return true;
      }
    }
    return false;
  }

  /** Whether these do not stay as one network, because another that stays has some of them. */
  private boolean takenByAnother(Set<PracticeCode> practices) {
    if (practices.isEmpty()) {
      return false;
    }
    int[] numbers = practices.stream().mapToInt(ground::number).sorted().toArray();
    int stay = ground.locks().stayOf(numbers[0]);
    return stay < 0 || !Arrays.equals(ground.locks().stays().get(stay), numbers);
  }

  private int[] stays(Set<PracticeCode> practices) {
    return practices.stream()
        .mapToInt(ground::number)
        .filter(i -> i >= 0)
        .map(ground.locks()::stayOf)
        .toArray();
  }

  private boolean splitByStay(Set<PracticeCode> practices) {
    return Arrays.stream(stays(practices)).distinct().count() > 1;
  }

  private boolean joinedByStay(Set<PracticeCode> practices) {
    int[] stays = Arrays.stream(stays(practices)).filter(s -> s >= 0).toArray();
    return Arrays.stream(stays).distinct().count() < stays.length;
  }

  /** Groups that have to be together: two of them apart, or no chain of neighbours between them. */
  private boolean withinGroups() {
    int[] component = components();
    for (int[] group : ground.locks().groups()) {
      if (ground.locks().stayOf(group[0]) >= 0) {
        continue;
      }
      for (int i : group) {
        if (component[i] != component[group[0]]) {
          return true;
        }
      }
      if (ground.locks().conflict(group)) {
        return true;
      }
    }
    return false;
  }

  /** By practice, which connected part of those who are free it is in; −1 for those who stay. */
  private int[] components() {
    int n = ground.size();
    int[] component = new int[n];
    Arrays.fill(component, -1);
    int parts = 0;
    for (int i = 0; i < n; i++) {
      if (component[i] < 0 && ground.locks().stayOf(i) < 0) {
        BitSet reached = new BitSet();
        reached.set(i);
        for (int at = i; at >= 0; at = reached.nextSetBit(0)) {
          reached.clear(at);
          component[at] = parts;
          for (int j : ground.neighbours(at)) {
            if (component[j] < 0 && ground.locks().stayOf(j) < 0) {
              reached.set(j);
            }
          }
        }
        parts++;
      }
    }
    return component;
  }

  private boolean withCount() {
    NetworkCount count = ground.rules().networks();
    List<int[]> stays = ground.locks().stays();
    int free = 0;
    for (int i = 0; i < ground.size(); i++) {
      free += ground.locks().stayOf(i) < 0 ? 1 : 0;
    }
    int most = stays.size() + free;
    for (int[] group : ground.locks().groups()) {
      most -= ground.locks().stayOf(group[0]) < 0 ? group.length - 1 : 0;
    }
    int least = stays.size() + Arrays.stream(components()).max().orElse(-1) + 1;
    return count.from() > most || count.to() < least;
  }

  private boolean withMinimum() {
    if (!ground.rules().band().minIsHard()) {
      return false;
    }
    int[] component = components();
    int parts = Arrays.stream(component).max().orElse(-1) + 1;
    long[] patients = new long[parts];
    int[] size = new int[parts];
    for (int i = 0; i < component.length; i++) {
      if (component[i] >= 0) {
        patients[component[i]] += ground.list(i);
        size[component[i]]++;
      }
    }
    for (int p = 0; p < parts; p++) {
      if (size[p] > 1 && patients[p] < ground.rules().band().min()) {
        return true;
      }
    }
    return false;
  }
}
