package moot.funding.management;

import static moot.funding.management.Cases.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import moot.funding.FinancialYear;
import moot.funding.Mark;
import moot.funding.Money;
import org.junit.jupiter.api.Test;

/** What is said of a scenario first must be what happens most often. */
class VerdictTest {

  private static Verdict verdict(Scenario scenario) {
    return new Verdict(Outcome.of(scenario), Simulation.run(scenario, 4_000, 1));
  }

  /** 70 to 100 % of the start-up comes, most likely all: as stated it lasts, mostly it does not. */
  @Test
  void theHeadlineIsWhatMostDrawsSay_beside_whatIsStated() {
    Source.Transformation startUp =
        new Source.Transformation(
            "start-up",
            "Start-up",
            rates("4"),
            List.of(),
            Uncertain.triangular(70, 100, 100, "the test"),
            true,
            Stated.by("the test"));
    Verdict verdict = verdict(scenario(3, need(100_000), startUp));
    assertThat(verdict.outcome().cliff().orElseThrow().year()).isEqualTo(FIRST.plusYears(2));
    Simulation.Year worst = verdict.simulation().mostOftenFirstShort().orElseThrow();
    assertThat(worst.year()).isEqualTo(FIRST.plusYears(1));
    assertThat(worst.chanceCliff()).isGreaterThan(0.99);
    // Of £200,000 a share of √½ of the way from 70 % comes at the median.
    assertThat(Objects.requireNonNull(worst.cliff()).p50() / 100)
        .isCloseTo(200_000 * (0.3 - 0.3 * Math.sqrt(0.5)), within(700.0));
    assertThat(verdict.inShort())
        .startsWith("In ")
        .contains("first short in 2026/27, then by £17,")
        .endsWith("at the median.");
    assertThat(verdict.asStated())
        .isEqualTo("If everything comes as stated: first short in 2027/28, by £100,000.");
  }

  @Test
  void whereNothingIsEverShortThatIsSaid_andWhereItMostlyIsNot() {
    Scenario enough = scenario(2, need(100_000), contract(100, 100, 0, 0, "3"));
    assertThat(verdict(enough).inShort()).isEqualTo("No year is short in any draw.");
    Verdict mostly = verdict(scenario(1, need(100_000), margin(1_000_000, 10, 110, 70, 4)));
    assertThat(mostly.mostlyEnough()).isTrue();
    assertThat(mostly.inShort())
        .matches(
            "In (69|70|71) of 100 draws no year is short; else most often first short in 2025/26 \\((29|30|31) in 100\\), then by £100,000 at the median.");
  }

  @Test
  void whatComesWhollyOrNotAtAllIsSaidAsSuch() {
    Verdict verdict = verdict(scenario(3, need(50_000), margin(1_000_000, 10, 110, 50, 4)));
    List<Outcome.YesOrNo> all = verdict.outcome().listYesOrNo();
    assertThat(all).hasSize(1);
    assertThat(all.getFirst().times()).isEqualTo(3);
    assertThat(all.getFirst().ifSo().total(Figure.FUNDED)).isEqualTo(Money.ofPounds(150_000));
    assertThat(all.getFirst().ifNot().total(Figure.FUNDED)).isEqualTo(Money.ZERO);
    assertThat(verdict.yesOrNo())
        .isEqualTo(
            "Margin: won, no year is short; lost, first short in 2025/26, by £50,000. The chance of “won” is 50 %, each of the 3 times that it is decided.");
    assertThat(verdict.asStated()).contains("yes or no counted by its chance");
    Outcome late = Outcome.of(scenario(2, need(50_000), allowance("10", 0, 40, 5.0, 10.0)));
    Outcome.YesOrNo slips = late.listYesOrNo().getFirst();
    assertThat(slips.ifSo().years().getFirst().funded()).isEqualTo(Money.ZERO);
    assertThat(slips.ifNot().years().getFirst().funded()).isEqualTo(Money.ofPounds(25_000));
    assertThat(Outcome.of(scenario(2, need(50_000), allowance("10", 0, 0, 5.0))).listYesOrNo())
        .isEmpty();
  }

  @Test
  void aRateOfAnotherYearIsAnAssumption_andTheWholeIsAsSureAsItsLeastSurePart() {
    Scenario later = preset("start-up-then-allowance", 2027);
    for (Source source : later.sources()) {
      assertThat(source.stated().mark()).as(source.id()).isEqualTo(Mark.RECALLED);
      assertThat(source.stated().isAssumed()).isTrue();
      assertThat(source.stated().from()).contains("which is verified (V2)");
    }
    assertThat(Outcome.of(later).mark()).contains(Mark.RECALLED);
    assertThat(Outcome.of(later).needMark()).contains(Mark.FITTING);
    assertThat(preset("allowance", 2026).sources().getFirst().stated().mark())
        .isEqualTo(Mark.READ_TWICE);
    assertThat(preset("transformation", 2017).sources().getFirst().stated().mark())
        .isEqualTo(Mark.READ_TWICE);
    assertThat(later.need().stated().from()).contains("not uprated");
  }

  private static Scenario preset(String id, int first) {
    return Presets.list(three(), new FinancialYear(first), 3).stream()
        .filter(preset -> preset.id().equals(id))
        .findFirst()
        .orElseThrow()
        .scenario();
  }

  /** Less funding must never look better: 60 of 100 recurrent is 60 %, with or without the rest. */
  @Test
  void recurrentMoneyIsAShareOfTheNeed() {
    Outcome bare = Outcome.of(scenario(1, need(100_000), contract(100, 100, 0, 0, "1.20")));
    Outcome fuller =
        Outcome.of(
            scenario(1, need(100_000), contract(100, 100, 0, 0, "1.20"), startUp(false, "0.80")));
    assertThat(bare.years().getFirst().find(Figure.RECURRENT)).hasValue(60);
    assertThat(fuller.years().getFirst().find(Figure.RECURRENT)).hasValue(60);
    assertThat(bare.years().getFirst().find(Figure.RECURRENT_OF_FUNDING)).hasValue(100);
    assertThat(fuller.years().getFirst().find(Figure.RECURRENT_OF_FUNDING)).hasValue(60);
  }

  @Test
  void pricesSayWhereTheMoneyExpectedIsHighest() {
    // 10,000 × m × ½ × (110 ÷ (100 + m))^5 is highest at m = 100 ÷ (5 − 1).
    Outcome.Loading loading =
        Outcome.of(scenario(1, need(50_000), margin(1_000_000, 8, 110, 50, 5)))
            .years()
            .getFirst()
            .loadings()
            .getFirst();
    assertThat(loading.best().margin()).isEqualTo(25);
    assertThat(loading.prices()).extracting(Outcome.Price::margin).contains(0.0, 8.0, 25.0);
    Outcome.Price now = loading.prices().stream().filter(loading::isNow).findFirst().orElseThrow();
    assertThat(now.ifWon()).isEqualTo(Money.ofPounds(80_000));
    assertThat(now.expected().pence() / 100.0)
        .isCloseTo(80_000 * 0.5 * Math.pow(110 / 108.0, 5), within(0.01));
    assertThat(now.above()).isCloseTo(-1.82, within(0.01));
    for (Outcome.Price price : loading.prices()) {
      assertThat(price.expected()).isLessThanOrEqualTo(loading.best().expected());
    }
  }

  /** Three of four patients' practices pay £2: everybody has £1.50 of it, paid by those. */
  @Test
  void freeRidersAreCarriedByThoseWhoPay() {
    Outcome outcome = Outcome.of(scenario(1, need(200_000), practices(75, "2", "2")));
    Outcome.FreeRiders riders = outcome.years().getFirst().freeRiders().orElseThrow();
    assertThat(riders.payers()).isCloseTo(2.25, within(1e-9));
    assertThat(riders.paid()).isEqualTo(Money.ofPounds(75_000));
    assertThat(riders.notPaid()).isEqualTo(Money.ofPounds(25_000));
    assertThat(riders.payersAHead()).isCloseTo(200, within(0.01));
    assertThat(riders.everyoneAHead()).isCloseTo(150, within(0.01));
    assertThat(riders.carriedAHead()).isCloseTo(50, within(0.01));
    assertThat(riders.carried()).isEqualTo(Money.ofPounds(18_750));
    assertThat(outcome.ifNobodyPays().orElseThrow().total(Figure.SHORT))
        .isEqualTo(Money.ofPounds(200_000));
    assertThat(Outcome.of(scenario(1, need(1))).years().getFirst().freeRiders()).isEmpty();
  }

  @Test
  void whatBecomesOfTheOtherUseOfTheMoneyIsSaid() {
    Outcome outcome =
        Outcome.of(
            scenario(
                2,
                need(100_000),
                allowance("20", 10, 0, 5.0),
                startUp(false, "0.40"),
                contract(100, 50, 0, 0, "1"),
                practices(100, "2", "1")));
    List<OtherUse> uses = outcome.otherUses(outcome.years().get(1));
    // Year 2: 5 % of £18 a head, £0 of the start-up, half of £1, the rest of practices' own.
    assertThat(uses.get(0).words())
        .isEqualTo(
            "5.0 % of the commissioner's running-cost allowance (£0.90 a head); £17.10 a head is left for the commissioner's own running");
    assertThat(uses.get(1).words()).isEqualTo("nothing is taken");
    assertThat(uses.get(2).words())
        .startsWith(
            "50.0 % of what the contract pays practices for this (£0.50 a head); £0.50 a head stays with practices, taken: 0.4 % of the global sum of 2026/27 (£130.07 a weighted patient, V2), and 7.4 % of its rise on the year before (£6.73, V)");
    assertThat(uses.get(3).words())
        .startsWith("£0.60 a head of practices' own income: 0.5 % of the global sum of 2026/27");
    assertThat(outcome.otherUses(outcome.years().getFirst()).get(1).words())
        .isEqualTo(
            "100.0 % of the transformation money there is (£0.40 a head) is then not there for other projects; £0.00 a head is left");
  }
}
