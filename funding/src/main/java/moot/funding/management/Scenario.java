package moot.funding.management;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import moot.funding.FinancialYear;

/**
 * A way to fund the management of a network or place over some years.
 *
 * @param years 1 to 10
 * @param sources unique by id; of practices' own money at most one
 * @param hands percent of each kind of money that passes through practices' hands, where it differs
 *     from {@link Source.Kind#hands}
 */
public record Scenario(
    String title,
    FinancialYear first,
    int years,
    List<PayingPractice> practices,
    Need need,
    List<Source> sources,
    Map<Source.Kind, Integer> hands,
    List<Judgement> judgements) {
  public static final int MOST_YEARS = 10;

  public Scenario {
    practices = List.copyOf(practices);
    sources = List.copyOf(sources);
    hands = Map.copyOf(hands);
    judgements = List.copyOf(judgements);
    if (years < 1 || years > MOST_YEARS) {
      throw new IllegalArgumentException("%d years: expected 1 to 10".formatted(years));
    }
    if (practices.isEmpty() || practices.stream().anyMatch(p -> p.patients() < 1)) {
      throw new IllegalArgumentException("expected practices, each with patients");
    }
    if (sources.stream().filter(Source.PracticesMoney.class::isInstance).count() > 1) {
      throw new IllegalArgumentException("practices are asked for their own money twice");
    }
    Set<String> ids = new HashSet<>();
    for (Source source : sources) {
      if (!ids.add(source.id())) {
        throw new IllegalArgumentException("two sources with the id " + source.id());
      }
      checkByYear(source, years);
    }
  }

  private static void checkByYear(Source source, int years) {
    List<? extends List<?>> lists =
        switch (source) {
          case Source.ServiceMargin s -> List.of(s.volume());
          case Source.PracticesMoney s -> List.of(s.perHead());
          case Source.PracticeContract s -> List.of(s.perHead());
          case Source.AllowanceTransfer s -> List.of(s.share());
          case Source.Transformation s -> {
            if (s.perHead().size() > years || s.sums().size() > years) {
              throw new IllegalArgumentException(
                  "%s gives more than %d years".formatted(s.id(), years));
            }
            yield List.of();
          }
        };
    for (List<?> list : lists) {
      if (list.size() != 1 && list.size() != years) {
        throw new IllegalArgumentException(
            "%s gives %d values: expected 1 or %d, one for each year"
                .formatted(source.id(), list.size(), years));
      }
    }
  }

  public long patients() {
    return practices.stream().mapToLong(PayingPractice::patients).sum();
  }

  public List<FinancialYear> listYears() {
    List<FinancialYear> all = new ArrayList<>();
    for (int y = 0; y < years; y++) {
      all.add(first.plusYears(y));
    }
    return all;
  }

  public int handsOf(Source.Kind kind) {
    return hands.getOrDefault(kind, kind.hands());
  }

  public Scenario withTitle(String other) {
    return new Scenario(other, first, years, practices, need, sources, hands, judgements);
  }

  public Scenario withNeed(Need other) {
    return new Scenario(title, first, years, practices, other, sources, hands, judgements);
  }

  public Scenario withSources(List<Source> others) {
    return new Scenario(title, first, years, practices, need, others, hands, judgements);
  }

  public Scenario withPractices(List<PayingPractice> others) {
    return new Scenario(title, first, years, others, need, sources, hands, judgements);
  }
}
