package moot.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who stood in which relation on a day, as known on another day.
 *
 * <p>The rule, for one party and one kind of relation: of all files known by then, only those count
 * that speak about the day at all, which a file does when it names a relation that begins on or
 * before it. The newest of them decides alone. If one of its relations covers the day, that is the
 * answer, the one begun last where several do; if none does, there was none.
 *
 * <p>How new a file is about a day: its extract date, or the day on which the last of those
 * relations begins, where that is later (then by extract date, then by arrival). So what is settled
 * in February for April holds in April, although a list came out in March that shows the networks
 * of March and no end to them.
 *
 * <p>So a file that shows one day only is never projected back, and a file with joining and leaving
 * dates is not overruled by what an older one showed. The database asks the same question in one
 * query; tests hold the two together.
 */
public final class History {
  private History() {}

  /** A file, and how new it is about one party. */
  private record Voice(Source source, LocalDate asOf) {
    static Voice of(Known<Fact.Relation> known) {
      LocalDate begins = known.fact().span().from();
      LocalDate knownFrom = known.source().knownFrom();
      return new Voice(known.source(), begins.isAfter(knownFrom) ? begins : knownFrom);
    }
  }

  private static final Comparator<Voice> BY_NEWNESS =
      Comparator.comparing(Voice::asOf)
          .thenComparing(voice -> voice.source().knownFrom())
          .thenComparing(voice -> voice.source().id());

  /**
   * All relations of one kind on a day.
   *
   * @param trueDate the day asked about
   * @param knownDate only files known by this day count
   * @return by the party in the relation; those that have none are left out
   */
  public static Map<String, Known<Fact.Relation>> asOf(
      Collection<Known<Fact.Relation>> relations,
      RelationKind kind,
      LocalDate trueDate,
      LocalDate knownDate) {
    Map<String, Voice> newest = new HashMap<>();
    for (Known<Fact.Relation> each : relations) {
      if (counts(each, kind, trueDate, knownDate)) {
        newest.merge(
            each.fact().of(),
            Voice.of(each),
            (one, other) -> BY_NEWNESS.compare(one, other) >= 0 ? one : other);
      }
    }
    Map<String, Known<Fact.Relation>> answer = new HashMap<>();
    for (Known<Fact.Relation> each : relations) {
      Fact.Relation relation = each.fact();
      Voice decides = newest.get(relation.of());
      if (counts(each, kind, trueDate, knownDate)
          && decides != null
          && each.source().equals(decides.source())
          && relation.span().covers(trueDate)) {
        answer.merge(
            relation.of(),
            each,
            (one, other) ->
                one.fact().span().from().isBefore(other.fact().span().from()) ? other : one);
      }
    }
    answer.values().removeIf(each -> each.fact().to() == null);
    return answer;
  }

  /** The relation of one party on a day, if it has one. */
  public static Optional<Known<Fact.Relation>> findAsOf(
      Collection<Known<Fact.Relation>> relations,
      RelationKind kind,
      String of,
      LocalDate trueDate,
      LocalDate knownDate) {
    return Optional.ofNullable(
        asOf(
                relations.stream().filter(each -> each.fact().of().equals(of)).toList(),
                kind,
                trueDate,
                knownDate)
            .get(of));
  }

  private static boolean counts(
      Known<Fact.Relation> each, RelationKind kind, LocalDate trueDate, LocalDate knownDate) {
    return each.fact().kind() == kind
        && !each.source().knownFrom().isAfter(knownDate)
        && !each.fact().span().from().isAfter(trueDate);
  }
}
