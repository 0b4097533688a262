package moot.funding.management;

import java.util.List;
import java.util.Optional;

/**
 * Sees to it that a figure which somebody changes is no longer shown as published: the mark and the
 * pages go, and it is theirs.
 */
public final class Published {
  private Published() {}

  /**
   * @param before as it was, marks and all
   * @param after as it was changed, with the marks of before
   * @param who whose the changed figures are
   */
  public static Scenario unlessChanged(Scenario before, Scenario after, String who) {
    Need need = after.need();
    boolean sameNeed =
        need.items().equals(before.need().items()) && need.asFor() == before.need().asFor();
    Need its =
        new Need(
            need.items(),
            need.asFor(),
            need.payGrowth(),
            need.priceGrowth(),
            sameNeed ? need.stated() : changed(before.need().stated(), need.stated(), who));
    return after
        .withNeed(its)
        .withSources(after.sources().stream().map(source -> source(before, source, who)).toList());
  }

  private static Source source(Scenario before, Source after, String who) {
    Optional<Source> was =
        before.sources().stream()
            .filter(s -> s.id().equals(after.id()) && s.kind() == after.kind())
            .findFirst();
    if (was.isEmpty()) {
      return after;
    }
    if (was.orElseThrow().stated().isAssumed() && !after.stated().isAssumed()) {
      return with(after, Stated.by(after.stated().whose()));
    }
    if (figures(was.orElseThrow()).equals(figures(after))) {
      return after;
    }
    return with(after, changed(was.orElseThrow().stated(), after.stated(), who));
  }

  private static Stated changed(Stated before, Stated after, String who) {
    if (after.mark() == null && after.sources().isEmpty()) {
      return after;
    }
    return Stated.by(after.whose().equals(before.whose()) ? who : after.whose());
  }

  /** What the mark of a source is about. */
  private static List<?> figures(Source source) {
    return switch (source) {
      case Source.ServiceMargin s -> s.volume();
      case Source.PracticesMoney s -> s.perHead();
      case Source.Transformation s -> List.of(s.perHead(), s.sums());
      case Source.PracticeContract s -> s.perHead();
      case Source.AllowanceTransfer s -> List.of(s.allowance());
    };
  }

  private static Source with(Source source, Stated stated) {
    return switch (source) {
      case Source.ServiceMargin s ->
          new Source.ServiceMargin(
              s.id(),
              s.title(),
              s.volume(),
              s.demand(),
              s.margin(),
              s.competitor(),
              s.evenChance(),
              s.elasticity(),
              s.term(),
              stated);
      case Source.PracticesMoney s ->
          new Source.PracticesMoney(
              s.id(),
              s.title(),
              s.perHead(),
              s.willingness(),
              s.headroom(),
              s.unravelling(),
              stated);
      case Source.Transformation s ->
          new Source.Transformation(
              s.id(), s.title(), s.perHead(), s.sums(), s.comes(), s.carried(), stated);
      case Source.PracticeContract s ->
          new Source.PracticeContract(
              s.id(),
              s.title(),
              s.perHead(),
              s.passedOn(),
              s.pooled(),
              s.disputed(),
              s.settled(),
              stated);
      case Source.AllowanceTransfer s ->
          new Source.AllowanceTransfer(
              s.id(), s.title(), s.allowance(), s.shrinks(), s.share(), s.late(), stated);
    };
  }
}
