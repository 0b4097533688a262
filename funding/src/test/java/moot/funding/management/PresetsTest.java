package moot.funding.management;

import static moot.funding.management.Cases.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What users begin with. */
class PresetsTest {

  @Test
  void eachOfTheFiveAloneAndStartUpFollowedByWhatStays() {
    List<Presets.Preset> all = Presets.list(three(), FIRST, 6);
    assertThat(all)
        .extracting(Presets.Preset::id)
        .containsExactly(
            "margin",
            "practices",
            "transformation",
            "contract",
            "allowance",
            "start-up-then-contract-carried",
            "start-up-then-allowance-carried",
            "start-up-then-contract",
            "start-up-then-allowance");
    for (Presets.Preset preset : all) {
      Outcome outcome = Outcome.of(preset.scenario());
      assertThat(outcome.years().getFirst().funded().pence()).as(preset.id()).isPositive();
      assertThat(outcome.trace(FIRST).inWords()).contains("an assumption of Moot's");
      assertThat(Simulation.run(preset.scenario(), 100, 1).drivers()).as(preset.id()).isNotEmpty();
    }
  }

  @Test
  void startUpAloneEndsAtACliffWhenTheMoneyStops() {
    Outcome alone = Outcome.of(Presets.list(three(), FIRST, 6).get(2).scenario());
    assertThat(alone.years().get(1).funded().pence()).isZero();
  }

  @Test
  void carryingForwardMakesTheTotalGapSmaller() {
    List<Presets.Preset> all = Presets.list(three(), FIRST, 6);
    for (int k : new int[] {5, 6}) {
      assertThat(Outcome.of(all.get(k).scenario()).total(Figure.SHORT))
          .isLessThan(Outcome.of(all.get(k + 2).scenario()).total(Figure.SHORT));
    }
  }

  @Test
  void presetsAreThereForAnyNumberOfYears() {
    for (int years = 1; years <= 10; years++) {
      assertThat(Presets.list(three(), FIRST, years)).hasSize(9);
    }
  }
}
