package moot.app.consent;

import java.util.ArrayList;
import java.util.List;
import moot.voice.consent.Count;
import moot.voice.consent.Tally;
import org.jspecify.annotations.Nullable;

/**
 * A line of a tally.
 *
 * @param look how it is marked: agree, condition, object or silent
 * @param practices the share of all practices that are asked, in words, and {@code patients} of
 *     their patients; empty when none are
 */
public record TallyRow(String what, String look, Count count, String practices, String patients) {

  /** Part of a bar, in thousandths of its length. */
  public record Piece(String look, long from, long length) {}

  /** In the order in which a bar shows them. */
  static List<TallyRow> of(Tally tally) {
    return List.of(
        row(tally, "Agree", "agree", tally.agree()),
        row(tally, "Agree on a condition that is open", "condition", tally.onCondition()),
        row(tally, "Object", "object", tally.object()),
        row(tally, "Have said nothing", "silent", tally.silent()));
  }

  private static TallyRow row(Tally tally, String what, String look, Count count) {
    return new TallyRow(
        what,
        look,
        count,
        ofAll(count.practices(), tally.asked().practices()),
        ofAll(count.patients(), tally.asked().patients()));
  }

  private static String ofAll(long part, long whole) {
    Long percent = percent(part, whole);
    return percent == null ? "" : percent + " %";
  }

  /** A share in percent, rounded; null of nothing. */
  static @Nullable Long percent(long part, long whole) {
    return whole == 0 ? null : Math.round(100.0 * part / whole);
  }

  static List<Piece> bar(Tally tally, boolean byPatients) {
    List<Piece> pieces = new ArrayList<>();
    long whole = byPatients ? tally.asked().patients() : tally.asked().practices();
    long done = 0;
    for (TallyRow row : of(tally)) {
      long part = byPatients ? row.count().patients() : row.count().practices();
      if (part > 0 && whole > 0) {
        long from = 1000 * done / whole;
        pieces.add(new Piece(row.look(), from, 1000 * (done + part) / whole - from));
      }
      done += part;
    }
    return pieces;
  }
}
