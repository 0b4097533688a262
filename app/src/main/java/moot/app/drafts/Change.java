package moot.app.drafts;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody does to a draft. */
public sealed interface Change {
  /** The word for a network that is to be made. */
  String NEW = "+";

  /** The word for no network. */
  String NONE = "-";

  /**
   * Some practices to one network.
   *
   * @param to the name of a network of the draft, {@link #NEW} or {@link #NONE}
   */
  record Move(Set<String> practices, String to) implements Change {
    public Move {
      practices = Set.copyOf(practices);
    }
  }

  /** Which networks stay as they are, all of them at once or one. */
  record Keep(String network, boolean keep) implements Change {}

  /** A new lock. */
  record Lock(DraftLock lock) implements Change {}

  /** A lock is taken back. */
  record Unlock(DraftLock lock) implements Change {}

  /** Back to the state before the last change. */
  record Undo() implements Change {}

  /** Forward again after undoing. */
  record Redo() implements Change {}

  /** Back to the state of any version. */
  record GoBack(int version) implements Change {}

  /** What the engine made of the rest. */
  record Completed(
      java.util.Map<String, String> networkOf,
      DraftVersion.@Nullable Proof proof,
      List<String> kept)
      implements Change {}

  /** What may go wrong because somebody else was there first. */
  final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int version;

    Overtaken(int version, String message) {
      super(message);
      this.version = version;
    }

    /** The version that holds now. */
    int version() {
      return version;
    }

    @Override
    public String getMessage() {
      @Nullable String message = super.getMessage();
      return message == null ? "" : message;
    }
  }
}
