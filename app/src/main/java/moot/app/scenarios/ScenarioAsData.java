package moot.app.scenarios;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import moot.funding.Mark;
import moot.funding.Trace;
import moot.funding.management.Attribution;
import moot.funding.management.Figure;
import moot.funding.management.MixFinder;
import moot.funding.management.OtherUse;
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
   * @param firstShort the year that most draws are first short in; null where none is short in any
   * @param asStated the first short year if everything comes as stated, what may or may not happen
   *     counting by its chance; null where none is
   * @param yesOrNo what comes wholly or not at all
   * @param chanceShort that any year is short
   * @param mark how sure we are of what is funded and short; null where all of it is the parties'
   *     own
   * @param usedInAll pence by source, in all years together
   * @param ifNobodyPays what is short in all years if no practice pays of its own; null where none
   *     is asked
   */
  record AnswerBody(
      String inShort,
      @Nullable FirstShort firstShort,
      @Nullable StatedShort asStated,
      List<YesOrNoBody> yesOrNo,
      double chanceShort,
      int draws,
      long seed,
      Map<String, Long> totals,
      Map<String, Long> usedInAll,
      Spread totalShort,
      @Nullable String mark,
      @Nullable String needMark,
      @Nullable Long ifNobodyPays,
      List<YearBody> years,
      List<Simulation.Driver> drivers,
      List<PracticeBody> practices) {
    static AnswerBody of(Answer answer) {
      Map<String, Long> totals = new LinkedHashMap<>();
      for (Figure figure : Compared.ATTRIBUTED) {
        totals.put(name(figure), answer.outcome().total(figure).pence());
      }
      Map<String, Long> used = new LinkedHashMap<>();
      answer
          .scenario()
          .sources()
          .forEach(source -> used.put(source.id(), answer.used(source).pence()));
      List<Outcome.Year> years = answer.outcome().years();
      return new AnswerBody(
          answer.inShort(),
          answer.simulation().mostOftenFirstShort().map(FirstShort::of).orElse(null),
          StatedShort.of(answer.outcome()),
          answer.yesOrNo().stream().map(YesOrNoBody::of).toList(),
          answer.chanceOfCliff() / 100,
          answer.simulation().draws(),
          answer.simulation().seed(),
          totals,
          used,
          answer.simulation().totalGap(),
          answer.outcome().mark().map(Mark::sign).orElse(null),
          answer.outcome().needMark().map(Mark::sign).orElse(null),
          answer.outcome().ifNobodyPays().map(o -> o.total(Figure.SHORT).pence()).orElse(null),
          IntStream.range(0, years.size()).mapToObj(y -> YearBody.of(answer, y)).toList(),
          answer.simulation().drivers(),
          IntStream.range(0, answer.scenario().practices().size())
              .mapToObj(i -> PracticeBody.of(answer, i))
              .toList());
    }
  }

  /**
   * @param chance that this year is the first short one
   * @param by what it is then short by
   */
  record FirstShort(String year, double chance, @Nullable Spread by) {
    static FirstShort of(Simulation.Year year) {
      return new FirstShort(year.year().toString(), year.chanceCliff(), year.cliff());
    }
  }

  record StatedShort(String year, long by) {
    static @Nullable StatedShort of(Outcome outcome) {
      return outcome
          .cliff()
          .map(cliff -> new StatedShort(cliff.year().toString(), cliff.by().pence()))
          .orElse(null);
    }
  }

  /**
   * @param chance of what happens, each time
   * @param ifSo the first short year if it happens each time; null for none
   * @param ifNot the same if it never does
   */
  record YesOrNoBody(
      String source,
      String happens,
      String otherwise,
      double chance,
      int times,
      @Nullable StatedShort ifSo,
      @Nullable StatedShort ifNot,
      List<Long> usedIfSo,
      List<Long> usedIfNot) {
    static YesOrNoBody of(Outcome.YesOrNo one) {
      return new YesOrNoBody(
          one.source().id(),
          one.happens(),
          one.otherwise(),
          one.chance(),
          one.times(),
          StatedShort.of(one.ifSo()),
          StatedShort.of(one.ifNot()),
          used(one.ifSo(), one.source()),
          used(one.ifNot(), one.source()));
    }

    private static List<Long> used(Outcome outcome, Source source) {
      return outcome.years().stream()
          .map(year -> year.findFlow(source.id()).orElseThrow().used().pence())
          .toList();
    }
  }

  /**
   * What becomes of the other use of a source's money.
   *
   * @param share percent of the whole that is taken; null where nobody has said what the whole is
   * @param leftAHead pence; null likewise
   */
  record OtherUseBody(
      String source,
      long taken,
      String of,
      @Nullable Double share,
      double takenAHead,
      @Nullable Double leftAHead,
      String words) {
    static OtherUseBody of(OtherUse use) {
      return new OtherUseBody(
          use.source().id(),
          use.taken().pence(),
          use.of(),
          use.share().orElse(null),
          use.takenAHead(),
          use.leftAHead().orElse(null),
          use.words());
    }
  }

  /** Who pays of their own and who does not; sums a head are pence. */
  record FreeRidersBody(
      double payers,
      int practices,
      double takeUp,
      long paid,
      long notPaid,
      double payersAHead,
      double everyoneAHead,
      double carriedAHead,
      long carried) {
    static FreeRidersBody of(Outcome.FreeRiders riders) {
      return new FreeRidersBody(
          riders.payers(),
          riders.practices(),
          100 * riders.takeUp(),
          riders.paid().pence(),
          riders.notPaid().pence(),
          riders.payersAHead(),
          riders.everyoneAHead(),
          riders.carriedAHead(),
          riders.carried().pence());
    }
  }

  /**
   * @param unverified the mark of the least sure figure, where that is unverified; else null
   * @param trace where what is short comes from
   */
  record YearBody(
      String year,
      long need,
      @JsonProperty("short") long shortBy,
      Map<String, Double> figures,
      Map<String, Spread> ranges,
      List<FlowBody> sources,
      List<LoadingBody> loadings,
      List<OtherUseBody> otherUses,
      @Nullable FreeRidersBody freeRiders,
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
          answer.otherUses(y).stream().map(OtherUseBody::of).toList(),
          year.freeRiders().map(FreeRidersBody::of).orElse(null),
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
   * @param prices for some margins, what each brings
   * @param bestMargin in percent, with the most money expected
   */
  record LoadingBody(
      String source,
      double price,
      double competitor,
      double chance,
      @Nullable Double wholeNeed,
      List<PriceBody> prices,
      double bestMargin) {
    static LoadingBody of(Outcome.Loading loading) {
      return new LoadingBody(
          loading.source().id(),
          loading.price(),
          loading.competitor(),
          loading.chance(),
          loading.wholeNeed().isPresent() ? loading.wholeNeed().getAsDouble() : null,
          loading.prices().stream().map(PriceBody::of).toList(),
          loading.best().margin());
    }
  }

  /** All but the money in percent, the chance from 0 to 1. */
  record PriceBody(
      double margin,
      double price,
      double aboveCompetitor,
      double chance,
      long ifWon,
      long expected) {
    static PriceBody of(Outcome.Price price) {
      return new PriceBody(
          price.margin(),
          price.price(),
          price.above(),
          price.chance(),
          price.ifWon().pence(),
          price.expected().pence());
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
                                b.words(),
                                b.toBeginWith()))
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
                conflict.ways().stream().map(MixFinder.WayOut::words).toList(),
                conflict.smallest());
      };
    }
  }

  record MixYear(
      String year,
      long need,
      Map<String, Long> used,
      String asked,
      long carried,
      @JsonProperty("short") long shortBy) {
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

  record BindingBody(
      String what, List<String> years, long atTheMargin, String words, String toBeginWith) {}

  static String name(Figure figure) {
    return figure.name().toLowerCase(Locale.ROOT);
  }
}
