package moot.app.wishes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a seat may know of what practices want.
 *
 * @param own of the seat's practice; null for other parties
 * @param published by others
 * @param atLeast so many practices have said something in confidence, in steps of five
 */
record WishesSeen(
    String placeName, @Nullable OwnView own, List<PublishedLine> published, int atLeast) {
  /** Says nothing of what it holds: this may end up in a log. */
  @Override
  public String toString() {
    return "WishesSeen[…]";
  }
}
