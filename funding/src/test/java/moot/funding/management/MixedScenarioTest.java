package moot.funding.management;

import static moot.funding.management.Cases.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import moot.funding.Money;
import moot.funding.Rate;
import moot.funding.management.MixFinder.Mix;
import org.junit.jupiter.api.Test;

/** A mix that was found, made into a scenario that brings just that. */
class MixedScenarioTest {

  @Test
  void bringsWhatTheMixUsesAndIsNamedAfterItsLimits() {
    // Need £100,000; the contract brings £75,000; all practices pay: 50p a head fills the rest.
    Mix mix =
        (Mix)
            MixFinder.find(
                scenario(
                    2, need(100_000), contract(100, 100, 0, 0, "1.50"), practices(100, "2", "2")),
                List.of(Limit.noCliff()),
                Source.Kind.PRACTICES);
    Scenario made = MixedScenario.of(mix);
    assertThat(made.title()).isEqualTo("Mix: least of practices' own money within: no cliff");
    assertThat(((Source.PracticesMoney) made.sources().get(1)).perHead())
        .containsExactly(Rate.ofPounds("0.5"), Rate.ofPounds("0.5"));
    Outcome outcome = Outcome.of(made);
    assertThat(outcome.cliff()).isEmpty();
    for (Outcome.Year year : outcome.years()) {
      assertThat(year.flows().get(0).used()).isEqualTo(Money.ofPounds(75_000));
      assertThat(year.flows().get(1).used()).isEqualTo(Money.ofPounds(25_000));
    }
  }

  @Test
  void asksForNoMoreThanItsLimits() {
    Mix mix =
        (Mix)
            MixFinder.find(
                scenario(1, need(100_000), practices(80, "2", "2")),
                List.of(Limit.perHead("0.123456")),
                null);
    Source.PracticesMoney own = (Source.PracticesMoney) MixedScenario.of(mix).sources().getFirst();
    assertThat(own.perHead()).containsExactly(Rate.ofPounds("0.123456"));
  }

  @Test
  void startUpIsPlannedForTheYearsThatUseIt() {
    Mix mix =
        (Mix)
            MixFinder.find(
                scenario(3, need(100_000), startUp(true, "6")), List.of(Limit.noCliff()), null);
    Source.Transformation start =
        (Source.Transformation) MixedScenario.of(mix).sources().getFirst();
    assertThat(start.perHead()).isEmpty();
    assertThat(start.sums())
        .containsExactly(Money.ofPounds(100_000), Money.ofPounds(100_000), Money.ofPounds(100_000));
    assertThat(start.carried()).isTrue();
  }

  @Test
  void lateTransfersAreCountedOnce() {
    // £1,000,000 a year; a rise is late by 20 %: 10 % brings 8 % in its first year.
    Scenario scenario = scenario(2, need(50_000), allowance("20", 0, 20, 10.0, 10.0));
    Mix mix = (Mix) MixFinder.find(scenario, List.of(), null);
    Source.AllowanceTransfer made =
        (Source.AllowanceTransfer) MixedScenario.of(mix).sources().getFirst();
    assertThat(made.share()).containsExactly(6.25, 5.0);
  }

  /** Every source brings what the mix uses of it, and little more, in any scenario there is. */
  @Test
  void everyMixOfRandomScenariosComesBackAsItsScenario() {
    int mixes = 0;
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Scenario scenario = random(random, "case");
      List<Limit> limits = new ArrayList<>();
      if (random.nextBoolean()) {
        limits.add(new Limit.PerHeadFromPractices(new Rate(random.nextInt(1_500_000))));
      }
      if (random.nextBoolean()) {
        limits.add(
            new Limit.RecurrentBy(1 + random.nextInt(scenario.years()), random.nextInt(101)));
      }
      if (!(MixFinder.find(scenario, limits, null) instanceof Mix mix)) {
        continue;
      }
      mixes++;
      Scenario made = MixedScenario.of(mix);
      assertThat(ScenarioFile.read("made", ScenarioFile.json(made)))
          .as("seed %d", seed)
          .isEqualTo(made);
      Outcome outcome = Outcome.of(made);
      double rounding = scenario.patients() * 0.01 + 200;
      for (int y = 0; y < scenario.years(); y++) {
        for (Outcome.Flow flow : outcome.years().get(y).flows()) {
          if (flow.source() instanceof Source.PracticesMoney own) {
            // Asked as the mix asks; what comes of it is for the scenario to say.
            assertThat(Source.of(own.perHead(), y).microPounds())
                .isBetween(
                    mix.years().get(y).asked().microPounds(),
                    mix.years().get(y).asked().microPounds() + 100);
            continue;
          }
          double used =
              Objects.requireNonNull(mix.years().get(y).used().get(flow.source().id())).pence();
          double usable = flow.usable().pence();
          assertThat(usable)
              .as("seed %d, %s in year %d", seed, flow.source().title(), y)
              .isGreaterThan(used - 10);
          boolean released = flow.released().pence() > used;
          boolean kept =
              flow.source() instanceof Source.PracticeContract c && c.disputed().likely() == 100
                  || flow.source() instanceof Source.AllowanceTransfer a
                      && a.late().likely() == 100;
          if (!released && !kept) {
            assertThat(usable)
                .as("seed %d, %s in year %d", seed, flow.source().title(), y)
                .isCloseTo(used, within(rounding));
          }
        }
      }
    }
    System.out.println(mixes + " mixes made into scenarios");
    assertThat(mixes).isGreaterThan(100);
  }

  @Test
  void whatWasPublishedIsMarkedNoMoreOnceItsFiguresChange() {
    Scenario preset =
        Presets.list(three(), FIRST, 3).stream()
            .filter(p -> p.id().equals("start-up-then-contract"))
            .map(Presets.Preset::scenario)
            .findFirst()
            .orElseThrow();
    assertThat(preset.sources().getFirst().stated().mark()).isNotNull();
    Scenario made = MixedScenario.of((Mix) MixFinder.find(preset, List.of(), null));
    assertThat(made.sources().getFirst().stated().mark()).isNull();
    assertThat(made.need()).isEqualTo(preset.need());
  }
}
