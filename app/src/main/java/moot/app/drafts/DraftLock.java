package moot.app.drafts;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import moot.formation.Lock;
import moot.register.PracticeCode;

/**
 * A lock on practices of a draft, as it is kept.
 *
 * @param practices codes in order, no code twice
 */
public record DraftLock(Kind kind, List<String> practices) {
  /** What may be locked. */
  public enum Kind {
    TOGETHER("Together"),
    APART("Apart"),
    LEAVE_OUT("Left out");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  public DraftLock {
    practices = List.copyOf(new TreeSet<>(practices));
  }

  /** The same for the engine; one lock for each practice that is left out. */
  List<Lock> locks() {
    return switch (kind) {
      case TOGETHER -> List.of(new Lock.Together(codes()));
      case APART -> List.of(new Lock.Apart(codes()));
      case LEAVE_OUT -> codes().stream().sorted().<Lock>map(Lock.LeaveOut::new).toList();
    };
  }

  private java.util.Set<PracticeCode> codes() {
    return practices.stream().map(PracticeCode::new).collect(Collectors.toSet());
  }
}
