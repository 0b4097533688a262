package moot.app.scenarios;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import moot.funding.Trace;
import moot.funding.management.Attribution;
import moot.funding.management.Figure;
import moot.funding.management.MixFinder;
import moot.funding.management.Outcome;
import moot.funding.management.ScenarioFile;
import moot.funding.management.Simulation;
import moot.funding.management.Simulation.Spread;
import moot.funding.management.Source;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Scenarios as the API gives them. Money is in pence, shares in percent, chances from 0 to 1. */
final class ScenarioAsData {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ScenarioAsData() {}

  /** A scenario in a list. */
  record ScenarioSummary(
      long id, String title, String party, boolean shared, int version, Instant changedAt) {
    static ScenarioSummary of(SavedScenario saved) {
      return new ScenarioSummary(
          saved.id(),
          saved.title(),
          saved.partyName(),
          saved.shared(),
          saved.latest(),
          saved.changedAt());
    }
  }

  /**
   * A version of a scenario and what it comes to.
   *
   * @param scenario with the fields of a scenario file
   */
  record ScenarioBody(
      ScenarioSummary summary,
      int version,
      Instant madeAt,
      String person,
      String party,
      String words,
      JsonNode scenario,
      AnswerBody answer) {
    static ScenarioBody of(SavedScenario saved, ScenarioVersion version, Answer answer) {
      return new ScenarioBody(
          ScenarioSummary.of(saved),
          version.number(),
          version.madeAt(),
          version.person(),
          version.party(),
          version.words(),
          JSON.readTree(ScenarioFile.json(version.scenario())),
          AnswerBody.of(answer));
    }
  }

  /**
   * @param cliff the first short year; null where none is short at the likely values
   * @param chanceShort that any year is short
   */
  record AnswerBody(
      String inShort,
      @Nullable String cliff,
      double chanceShort,
      int draws,
      long seed,
      Map<String, Long> totals,
      Spread totalGap,
      List<YearBody> years,
      List<Simulation.Driver> drivers,
      List<PracticeBody> practices) {
    static AnswerBody of(Answer answer) {
      Map<String, Long> totals = new LinkedHashMap<>();
      for (Figure figure : Compared.ATTRIBUTED) {
        totals.put(name(figure), answer.outcome().total(figure).pence());
      }
      List<Outcome.Year> years = answer.outcome().years();
      return new AnswerBody(
          answer.inShort(),
          answer.outcome().cliff().map(c -> c.year().toString()).orElse(null),
          answer.chanceOfCliff() / 100,
          answer.simulation().draws(),
          answer.simulation().seed(),
          totals,
          answer.simulation().totalGap(),
          IntStream.range(0, years.size()).mapToObj(y -> YearBody.of(answer, y)).toList(),
          answer.simulation().drivers(),
          IntStream.range(0, answer.scenario().practices().size())
              .mapToObj(i -> PracticeBody.of(answer, i))
              .toList());
    }
  }

  /**
   * @param unverified the mark of the least sure figure, where that is unverified; else null
   * @param trace where what is short comes from
   */
  record YearBody(
      String year,
      long need,
      long gap,
      Map<String, Double> figures,
      Map<String, Spread> ranges,
      List<FlowBody> sources,
      List<LoadingBody> loadings,
      double chanceShort,
      double chanceFirstShort,
      @Nullable String unverified,
      Trace trace) {
    static YearBody of(Answer answer, int y) {
      Outcome.Year year = answer.outcome().years().get(y);
      Simulation.Year drawn = answer.simulation().years().get(y);
      Map<String, Double> figures = new LinkedHashMap<>();
      Map<String, Spread> ranges = new LinkedHashMap<>();
      for (Figure figure : Figure.values()) {
        year.find(figure).ifPresent(value -> figures.put(name(figure), value));
        drawn.find(figure).ifPresent(spread -> ranges.put(name(figure), spread));
      }
      Trace trace = answer.trace(year);
      var mark = Figures.unverified(trace);
      return new YearBody(
          year.year().toString(),
          year.need().pence(),
          year.gap().pence(),
          figures,
          ranges,
          year.flows().stream().map(flow -> FlowBody.of(flow, drawn)).toList(),
          year.loadings().stream().map(LoadingBody::of).toList(),
          drawn.chanceShort(),
          drawn.chanceCliff(),
          mark == null ? null : mark.sign(),
          trace);
    }
  }

  record FlowBody(
      String source,
      String title,
      String kind,
      boolean recurrent,
      long offered,
      long released,
      Map<String, Long> lost,
      long usable,
      long carriedIn,
      long used,
      long carriedOut,
      long unused,
      String takenFrom,
      String leftBecomes,
      @Nullable Spread usedRange) {
    static FlowBody of(Outcome.Flow flow, Simulation.Year drawn) {
      Source source = flow.source();
      Map<String, Long> lost = new LinkedHashMap<>();
      flow.lost().forEach(loss -> lost.put(loss.how(), loss.amount().pence()));
      return new FlowBody(
          source.id(),
          source.title(),
          source.kind().words(),
          source.recurrent(),
          flow.offered().pence(),
          flow.released().pence(),
          lost,
          flow.usable().pence(),
          flow.carriedIn().pence(),
          flow.used().pence(),
          flow.carriedOut().pence(),
          flow.unused().pence(),
          source.kind().otherUse(),
          source.kind().unused(),
          drawn.bySource().get(source.id()));
    }
  }

  /**
   * @param price in percent of our cost, as the competitor's
   * @param wholeNeed the margin in percent that would bring the whole need; null for none
   */
  record LoadingBody(
      String source, double price, double competitor, double chance, @Nullable Double wholeNeed) {
    static LoadingBody of(Outcome.Loading loading) {
      return new LoadingBody(
          loading.source().id(),
          loading.price(),
          loading.competitor(),
          loading.chance(),
          loading.wholeNeed().isPresent() ? loading.wholeNeed().getAsDouble() : null);
    }
  }

  /** What a practice gives, year by year. */
  record PracticeBody(
      String code, String name, int patients, long given, List<PracticeYear> years) {
    static PracticeBody of(Answer answer, int i) {
      var practice = answer.scenario().practices().get(i);
      List<Outcome.Year> years = answer.outcome().years();
      return new PracticeBody(
          practice.code(),
          practice.name(),
          practice.patients(),
          answer.given(i).pence(),
          IntStream.range(0, years.size())
              .mapToObj(
                  y ->
                      new PracticeYear(
                          years.get(y).year().toString(),
                          years.get(y).practices().get(i).own().pence(),
                          years.get(y).practices().get(i).passedOn().pence(),
                          answer.simulation().years().get(y).byPractice().get(i)))
              .toList());
    }
  }

  record PracticeYear(String year, long own, long passedOn, Spread range) {}

  /** Scenarios side by side. */
  record ComparedBody(List<ComparedOne> scenarios) {
    static ComparedBody of(Compared compared) {
      return new ComparedBody(
          compared.all().stream()
              .map(
                  one ->
                      new ComparedOne(
                          ScenarioSummary.of(one.saved()),
                          AnswerBody.of(one.answer()),
                          differences(compared, compared.all().indexOf(one)),
                          ApartBody.find(one.apart()),
                          JSON.readTree(ScenarioFile.json(one.answer().scenario()))
                              .path("judgements")))
              .toList());
    }

    private static List<Map<String, Double>> differences(Compared compared, int column) {
      return IntStream.range(0, compared.years())
          .mapToObj(
              y -> {
                Map<String, Double> all = new LinkedHashMap<>();
                for (Figure figure : compared.figures()) {
                  compared
                      .comparing()
                      .difference(column, y, figure)
                      .ifPresent(value -> all.put(name(figure), value));
                }
                return all;
              })
          .toList();
    }
  }

  /**
   * @param differences of each year from the first scenario
   * @param apart how it comes to differ; null for the first, and for other years
   */
  record ComparedOne(
      ScenarioSummary summary,
      AnswerBody answer,
      List<Map<String, Double>> differences,
      @Nullable ApartBody apart,
      JsonNode judgements) {}

  /**
   * @param exact over all orders; else over drawn ones
   */
  record ApartBody(
      String figure, String by, boolean exact, long before, long after, List<PartBody> parts) {
    static @Nullable ApartBody find(@Nullable Attribution apart) {
      return apart == null
          ? null
          : new ApartBody(
              name(apart.figure()),
              "Shapley value",
              apart.exact(),
              apart.before().pence(),
              apart.after().pence(),
              apart.parts().stream()
                  .map(part -> new PartBody(part.what(), part.effect().pence()))
                  .toList());
    }
  }

  record PartBody(String what, long effect) {}

  /**
   * The best mix, or why there is none.
   *
   * @param value what is short in all years, or used of the kind to use least of; null for none
   * @param conflict limits that cannot be kept together, each with what would have to give
   */
  record MixBody(
      boolean possible,
      @Nullable Long value,
      List<String> limits,
      List<MixYear> years,
      List<BindingBody> binding,
      List<String> conflict,
      @Nullable Boolean smallest) {
    static MixBody of(MixFinder.Answer answer) {
      return switch (answer) {
        case MixFinder.Mix mix ->
            new MixBody(
                true,
                mix.value().pence(),
                mix.limits().stream().map(limit -> limit.words()).toList(),
                mix.years().stream().map(MixYear::of).toList(),
                mix.binding().stream()
                    .map(
                        b ->
                            new BindingBody(
                                b.what(),
                                b.years().stream().map(Object::toString).toList(),
                                b.atTheMargin().pence(),
                                b.words()))
                    .toList(),
                List.of(),
                null);
        case MixFinder.Conflict conflict ->
            new MixBody(
                false,
                null,
                conflict.limits().stream().map(limit -> limit.words()).toList(),
                List.of(),
                List.of(),
                conflict.words(),
                conflict.smallest());
      };
    }
  }

  record MixYear(
      String year, long need, Map<String, Long> used, String asked, long carried, long gap) {
    static MixYear of(MixFinder.Year year) {
      Map<String, Long> used = new LinkedHashMap<>();
      year.used().forEach((source, money) -> used.put(source, money.pence()));
      return new MixYear(
          year.year().toString(),
          year.need().pence(),
          used,
          year.asked().toString(),
          year.carried().pence(),
          year.gap().pence());
    }
  }

  record BindingBody(String what, List<String> years, long atTheMargin, String words) {}

  static String name(Figure figure) {
    return figure.name().toLowerCase(Locale.ROOT);
  }
}
