package moot.funding.management;

import static moot.funding.management.Cases.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import moot.funding.Money;
import moot.funding.Quantity;
import moot.funding.Rate;
import org.junit.jupiter.api.Test;

/**
 * Each of the five ways by an example, and what holds for all. The practices have 50,000 patients.
 */
class WaysToPayTest {
  private static Money pounds(long pounds) {
    return Money.ofPounds(pounds);
  }

  private static Outcome.Flow flow(Outcome outcome, int year, String source) {
    return outcome.years().get(year).findFlow(source).orElseThrow();
  }

  @Test
  void aRoleCostsItsPayWithOnCosts() {
    Need.Role manager =
        Need.Role.byHours("Manager", new BigDecimal("18.75"), pounds(50_000), new BigDecimal("30"));
    assertThat(manager.wholeTime()).isEqualTo(Quantity.of(0.5));
    assertThat(manager.aYear()).isEqualTo(pounds(32_500));
  }

  @Test
  void theTemplateIsScaledByHeadOrTakenAsItIs() {
    assertThat(Need.template(true).firstYear(36_500)).isEqualTo(pounds(106_850));
    assertThat(Need.template(false).firstYear(36_500)).isEqualTo(pounds(213_700));
  }

  @Test
  void theNeedGrowsWithPay() {
    Need growing =
        new Need(
            need(100_000).items(), 0, Uncertain.certain(3), Uncertain.certain(0), Stated.assumed());
    assertThat(Outcome.of(scenario(3, growing)).years())
        .extracting(Outcome.Year::need)
        .containsExactly(pounds(100_000), pounds(103_000), pounds(106_090));
  }

  @Test
  void aMarginCostsChancesOfWinning() {
    // Price 110, competitor 105: chance = 50 % × (105 ÷ 110)^4 = 41.51 %.
    Outcome outcome = Outcome.of(scenario(1, need(100_000), margin(1_000_000, 10, 105, 50, 4)));
    Outcome.Flow flow = flow(outcome, 0, "margin");
    assertThat(flow.offered()).isEqualTo(pounds(100_000));
    assertThat(flow.usable().inPounds().doubleValue()).isCloseTo(41_510, within(10.0));
    assertThat(flow.lost().getFirst().amount()).isEqualTo(pounds(100_000).minus(flow.usable()));
    Outcome.Year year = outcome.years().getFirst();
    assertThat(year.find(Figure.SERVICES)).hasValue(100);
    Outcome.Loading loading = year.loadings().getFirst();
    assertThat(loading.price()).isEqualTo(110);
    assertThat(loading.wholeNeed()).as("no margin brings £100,000").isEmpty();
  }

  @Test
  void practicesPayUpToTheirHeadroomIfTheyAreWilling() {
    // £2 asked, £1.50 possible, 80 % willing: 50,000 × £1.50 × 80 % = £60,000.
    Outcome outcome = Outcome.of(scenario(1, need(100_000), practices(80, "1.50", "2.00")));
    Outcome.Flow flow = flow(outcome, 0, "own");
    assertThat(flow.offered()).isEqualTo(pounds(100_000));
    assertThat(flow.lost())
        .extracting(Outcome.Loss::amount)
        .containsExactly(pounds(25_000), pounds(15_000));
    assertThat(flow.used()).isEqualTo(pounds(60_000));
    Outcome.Year year = outcome.years().getFirst();
    assertThat(year.gap()).isEqualTo(pounds(40_000));
    assertThat(year.find(Figure.TAKE_UP)).hasValue(80);
    assertThat(year.practices().get(2).own()).isEqualTo(pounds(30_000));
    assertThat(year.practices().get(2).aHead()).isEqualByComparingTo("1.2");
  }

  @Test
  void freeRidersMakeOthersUnwilling() {
    Source.PracticesMoney own =
        new Source.PracticesMoney(
            "own",
            "Own money",
            rates("1"),
            Uncertain.certain(80),
            Rate.ofPounds("2"),
            50,
            Stated.assumed());
    // 20 % did not pay: willingness falls by 50 % × 20 % = a tenth, to 72 %; then 28 % did not.
    List<Outcome.Year> years = Outcome.of(scenario(3, need(100_000), own)).years();
    assertThat(years.get(1).find(Figure.TAKE_UP).getAsDouble()).isCloseTo(72, within(1e-9));
    assertThat(years.get(2).find(Figure.TAKE_UP).getAsDouble()).isCloseTo(68.8, within(1e-9));
  }

  @Test
  void startUpEndsAtACliff() {
    Outcome outcome = Outcome.of(scenario(4, need(100_000), startUp(false, "3", "1")));
    assertThat(flow(outcome, 0, "start-up").unused()).isEqualTo(pounds(50_000));
    Outcome.Cliff cliff = outcome.cliff().orElseThrow();
    assertThat(cliff.year()).isEqualTo(FIRST.plusYears(1));
    assertThat(cliff.by()).isEqualTo(pounds(50_000));
    assertThat(cliff.before()).contains(pounds(100_000));
    assertThat(outcome.years().getFirst().find(Figure.RECURRENT)).hasValue(0);
    assertThat(outcome.years().get(2).find(Figure.RECURRENT)).hasValue(0);
    assertThat(outcome.years().get(2).find(Figure.RECURRENT_OF_FUNDING)).isEmpty();
  }

  @Test
  void startUpCarriedForwardMovesTheCliff() {
    Outcome outcome = Outcome.of(scenario(4, need(100_000), startUp(true, "3", "1")));
    assertThat(flow(outcome, 0, "start-up").carriedOut()).isEqualTo(pounds(50_000));
    assertThat(flow(outcome, 1, "start-up").carriedIn()).isEqualTo(pounds(50_000));
    assertThat(outcome.cliff().orElseThrow().year()).isEqualTo(FIRST.plusYears(2));
  }

  @Test
  void theContractIsPassedOnPooledAndDisputed() {
    // £2 × 50,000 = £100,000; 80 % passed on, 75 % of that pooled, a tenth of that in dispute, of
    // which half is paid a year later.
    Outcome outcome =
        Outcome.of(scenario(2, need(100_000), contract(80, 75, 10, 50, "2.00", "2.00")));
    Outcome.Flow first = flow(outcome, 0, "contract");
    assertThat(first.lost())
        .extracting(Outcome.Loss::amount)
        .containsExactly(pounds(20_000), pounds(20_000), pounds(6_000));
    assertThat(first.usable()).isEqualTo(pounds(54_000));
    Outcome.Flow second = flow(outcome, 1, "contract");
    assertThat(second.released()).isEqualTo(pounds(3_000));
    assertThat(second.usable()).isEqualTo(pounds(57_000));
    assertThat(outcome.years().getFirst().find(Figure.OWNERSHIP)).hasValue(100);
    assertThat(outcome.years().getFirst().practices().getFirst().passedOn())
        .isEqualTo(pounds(10_800));
  }

  @Test
  void theAllowanceShrinksAndItsTimetableSlips() {
    // £20 × 50,000 = £1,000,000, a tenth less each year; 5 % then 10 %, half a chance to be late.
    Outcome outcome = Outcome.of(scenario(2, need(200_000), allowance("20", 10, 50, 5.0, 10.0)));
    assertThat(flow(outcome, 0, "allowance").offered()).isEqualTo(pounds(50_000));
    assertThat(flow(outcome, 0, "allowance").usable()).isEqualTo(pounds(25_000));
    assertThat(flow(outcome, 1, "allowance").offered()).isEqualTo(pounds(90_000));
    assertThat(flow(outcome, 1, "allowance").usable()).isEqualTo(pounds(67_500));
    assertThat(outcome.years().getFirst().find(Figure.OWNERSHIP)).hasValue(0);
  }

  @Test
  void practicesAreCalledUponLast() {
    Outcome outcome =
        Outcome.of(
            scenario(1, need(100_000), practices(100, "2", "1"), contract(100, 100, 0, 0, "1.50")));
    assertThat(flow(outcome, 0, "contract").used()).isEqualTo(pounds(75_000));
    assertThat(flow(outcome, 0, "own").used()).isEqualTo(pounds(25_000));
    assertThat(flow(outcome, 0, "own").unused()).isEqualTo(pounds(25_000));
    assertThat(outcome.years().getFirst().practices().getFirst().own()).isEqualTo(pounds(5_000));
  }

  @Test
  void whoMayPassMoneyThroughTheirHandsCanBeSaidOtherwise() {
    Scenario plain = scenario(1, need(100_000), startUp(false, "2"));
    Scenario through =
        new Scenario(
            plain.title(),
            plain.first(),
            1,
            plain.practices(),
            plain.need(),
            plain.sources(),
            Map.of(Source.Kind.TRANSFORMATION, 40),
            List.of());
    assertThat(Outcome.of(through).years().getFirst().find(Figure.OWNERSHIP)).hasValue(40);
  }

  @Test
  void theTraceLeadsFromTheGapToWhatWasSaid() {
    Outcome outcome =
        Outcome.of(scenario(2, Need.template(true), contract(80, 75, 10, 50, "2.00")));
    String words = outcome.trace(FIRST.plusYears(1)).inWords();
    assertThat(words)
        .contains("short 2026/27")
        .contains("need − what each source brings")
        .contains("[M+, unverified")
        .contains("a head: £2.00")
        .contains("held back in a dispute: £6,000.00")
        .contains("passed on: 80 %");
    assertThatThrownBy(() -> outcome.trace(FIRST.plusYears(2)))
        .hasMessageContaining("expected a year of 2025/26 to 2026/27");
  }

  /** Every pound offered is used, lost on the way, carried forward or left over; none appears. */
  @Test
  void moneyIsConservedToThePenny() {
    for (int seed = 0; seed < 500; seed++) {
      Scenario scenario = random(new Random(seed), "case");
      Outcome outcome = Outcome.of(scenario);
      for (int y = 0; y < scenario.years(); y++) {
        Outcome.Year year = outcome.years().get(y);
        Money items =
            year.items().stream().map(Outcome.Spent::amount).reduce(Money.ZERO, Money::plus);
        assertThat(items).as("seed %d", seed).isEqualTo(year.need());
        Money used = Money.ZERO;
        Money throughPractices = Money.ZERO;
        for (Outcome.Flow flow : year.flows()) {
          Money lost = Money.ZERO;
          for (Outcome.Loss loss : flow.lost()) {
            assertThat(loss.amount().pence()).as("seed %d", seed).isNotNegative();
            lost = lost.plus(loss.amount());
          }
          assertThat(flow.offered().plus(flow.released()))
              .as("seed %d, %s", seed, flow)
              .isEqualTo(flow.usable().plus(lost));
          assertThat(flow.unused().pence()).as("seed %d", seed).isNotNegative();
          if (y > 0) {
            Outcome.Flow before =
                outcome.years().get(y - 1).findFlow(flow.source().id()).orElseThrow();
            assertThat(flow.carriedIn()).as("seed %d", seed).isEqualTo(before.carriedOut());
          }
          used = used.plus(flow.used());
          if (flow.source().kind().hands() == 100) {
            throughPractices = throughPractices.plus(flow.used());
          }
        }
        assertThat(used.plus(year.gap())).as("seed %d", seed).isEqualTo(year.need());
        Money byPractice =
            year.practices().stream()
                .map(part -> part.own().plus(part.passedOn()))
                .reduce(Money.ZERO, Money::plus);
        assertThat(byPractice).as("seed %d", seed).isEqualTo(throughPractices);
      }
    }
  }

  @Test
  void aScenarioRefusesYearsThatDoNotFit() {
    List<Source> sources = new ArrayList<>(List.of(contract(1, 1, 1, 1, "1", "2")));
    assertThatThrownBy(() -> scenario(3, need(1), sources.getFirst()))
        .hasMessageContaining("expected 1 or 3, one for each year");
    assertThatThrownBy(() -> scenario(11, need(1))).hasMessageContaining("expected 1 to 10");
  }
}
