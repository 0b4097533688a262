package moot.app.wishes;

import java.util.List;
import moot.formation.Wish;

/**
 * The page on which a practice says what it wants.
 *
 * @param practice its name
 * @param on the number of the version that was read
 * @param said what the form shows: what is kept, or what was just sent and could not be
 * @param problem what is wrong with it, in words; empty for nothing
 * @param groups the other practices, neighbours first
 * @param publishable what may be published
 * @param mayEdit whether whoever looks may change it
 * @param maySign whether whoever looks may publish it
 */
public record OwnView(
    String practice,
    int on,
    Confidence said,
    String problem,
    List<Group> groups,
    List<Part> publishable,
    List<Said> history,
    boolean mayEdit,
    boolean maySign) {

  /** Some of the other practices. */
  public record Group(String title, List<Other> practices) {
    /** How many of them something is said of. */
    public long saidOf(Confidence confidence) {
      return practices.stream()
          .filter(other -> confidence.about(other.code()) != Wish.NO_OPINION)
          .count();
    }
  }

  /** Another practice. */
  public record Other(String code, String name) {}

  /**
   * Something that may be published.
   *
   * @param name by which the form knows it
   * @param words what it says now
   * @param published whether it is published
   * @param publishedWords what is published, where that is something else; empty otherwise
   */
  public record Part(String name, String words, boolean published, String publishedWords) {}

  /** A version, without what it says. */
  public record Said(int number, String when, String person) {}
}
