package moot.register.published;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import moot.register.Fact;
import moot.register.PartyKind;
import moot.register.RelationKind;
import moot.register.Span;
import moot.register.reading.Column;
import moot.register.reading.FactSink;
import moot.register.reading.Row;
import org.jspecify.annotations.Nullable;

/**
 * Parties that many rows of a file mention beside the one they are about: a practice's network,
 * sub-ICB location, board and region. Each is stated once.
 */
final class Bystanders {
  private final LocalDate asOf;
  private final FactSink facts;
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> relations = new HashMap<>();

  Bystanders(LocalDate asOf, FactSink facts) {
    this.asOf = asOf;
    this.facts = facts;
  }

  /** States that a party of this name was there on the day. */
  void party(Row row, Column column, PartyKind kind, @Nullable String code, @Nullable String name) {
    if (code == null || name == null) {
      return;
    }
    String before = names.putIfAbsent(kind + " " + code, name);
    if (before == null) {
      facts.accept(new Fact.Party(kind, code, name, null, null, Span.seenOn(asOf)));
    } else if (!before.equals(name)) {
      row.warningInMany(
          column,
          "the %s %s is called \"%s\" here and \"%s\" further up; the first name was taken"
              .formatted(kind.words(), code, name, before),
          "Maybe it was renamed within the year?");
    }
  }

  /** States how one bystander stands to another on the day. */
  void relation(
      Row row, Column column, RelationKind kind, @Nullable String of, @Nullable String to) {
    if (of == null || to == null) {
      return;
    }
    String before = relations.putIfAbsent(kind + " " + of, to);
    if (before == null) {
      facts.accept(new Fact.Relation(kind, of, to, Span.seenOn(asOf)));
    } else if (!Objects.equals(before, to)) {
      row.warningInMany(
          column,
          "%s %s belongs to %s here and to %s further up; the first was taken"
              .formatted(kind.of().words(), of, to, before),
          "Maybe one of the rows is wrong?");
    }
  }
}
