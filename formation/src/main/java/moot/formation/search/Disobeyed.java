package moot.formation.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import moot.formation.Lock;
import moot.formation.NetworkCount;
import moot.formation.ground.Ground;
import moot.register.NetworkCode;
import moot.register.PracticeCode;

/** Which rules a partition made by hand does not obey, in words. */
final class Disobeyed {
  private Disobeyed() {}

  static List<String> list(Ground ground, List<int[]> networks) {
    int[] networkOf = new int[ground.size()];
    Arrays.fill(networkOf, -1);
    for (int k = 0; k < networks.size(); k++) {
      for (int i : networks.get(k)) {
        networkOf[i] = k;
      }
    }
    List<String> found = new ArrayList<>();
    for (Lock lock : ground.rules().locks()) {
      if (!obeyed(ground, networks, networkOf, lock)) {
        found.add("Not obeyed: " + Words.of(lock) + ".");
      }
    }
    NetworkCount count = ground.rules().networks();
    if (networks.size() < count.from() || networks.size() > count.to()) {
      found.add("Not obeyed: %s; these are %d.".formatted(Words.of(count), networks.size()));
    }
    return found;
  }

  private static boolean obeyed(Ground ground, List<int[]> networks, int[] networkOf, Lock lock) {
    return switch (lock) {
      case Lock.Together(Set<PracticeCode> practices) -> {
        int[] of = networksOf(ground, networkOf, practices);
        yield Arrays.stream(of).distinct().count() <= 1 && Arrays.stream(of).noneMatch(k -> k < 0);
      }
      case Lock.Apart(Set<PracticeCode> practices) -> {
        int[] of =
            Arrays.stream(networksOf(ground, networkOf, practices)).filter(k -> k >= 0).toArray();
        yield Arrays.stream(of).distinct().count() == of.length;
      }
      case Lock.Stay(NetworkCode network) -> {
        yield isNetwork(networks, ground.today().getOrDefault(network, new int[0]));
      }
      case Lock.Keep(Set<PracticeCode> practices) -> {
        int[] kept = practices.stream().mapToInt(ground::number).sorted().toArray();
        yield kept.length == 0 || isNetwork(networks, kept);
      }
      case Lock.LeaveOut(PracticeCode ignored) -> true;
    };
  }

  private static boolean isNetwork(List<int[]> networks, int[] ascending) {
    return networks.stream()
        .anyMatch(
            members -> {
              int[] sorted = members.clone();
              Arrays.sort(sorted);
              return Arrays.equals(sorted, ascending);
            });
  }

  private static int[] networksOf(Ground ground, int[] networkOf, Set<PracticeCode> practices) {
    return practices.stream()
        .mapToInt(ground::number)
        .map(i -> i < 0 ? -1 : networkOf[i])
        .toArray();
  }
}
