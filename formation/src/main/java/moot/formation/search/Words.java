package moot.formation.search;

import java.util.Set;
import java.util.stream.Collectors;
import moot.formation.Lock;
import moot.formation.NetworkCount;
import moot.register.NetworkCode;
import moot.register.PracticeCode;

/** Rules in words, as whoever made them would say them. */
final class Words {
  private Words() {}

  static String of(Lock lock) {
    return switch (lock) {
      case Lock.Together(Set<PracticeCode> practices) -> "together: " + codes(practices);
      case Lock.Apart(Set<PracticeCode> practices) -> "apart: " + codes(practices);
      case Lock.Stay(NetworkCode network) -> "stay: " + network + " stays as it is today";
      case Lock.Keep(Set<PracticeCode> practices) -> "keep as one network: " + codes(practices);
      case Lock.LeaveOut(PracticeCode practice) -> "leave out: " + practice;
    };
  }

  static String of(NetworkCount count) {
    if (count.from() == count.to()) {
      return "number of networks: exactly %d".formatted(count.from());
    }
    if (count.to() == Integer.MAX_VALUE) {
      return "number of networks: at least %d".formatted(count.from());
    }
    if (count.from() <= 1) {
      return "number of networks: at most %d".formatted(count.to());
    }
    return "number of networks: %d to %d".formatted(count.from(), count.to());
  }

  private static String codes(Set<PracticeCode> practices) {
    return practices.stream().sorted().map(PracticeCode::value).collect(Collectors.joining(", "));
  }
}
