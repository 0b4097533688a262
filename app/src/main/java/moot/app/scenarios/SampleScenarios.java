package moot.app.scenarios;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import moot.app.access.Seat;
import moot.funding.FinancialYear;
import moot.funding.Rate;
import moot.funding.management.PayingPractice;
import moot.funding.management.Presets;
import moot.funding.management.Scenario;
import moot.funding.management.Source;
import moot.funding.management.Stated;
import moot.funding.management.Uncertain;
import org.springframework.stereotype.Component;

/**
 * Scenarios that invented people of a sample place have made, by the desk that everybody uses. All
 * are for one network and the same five years, so that any can be compared with any.
 */
@Component
public class SampleScenarios {
  private static final int YEARS = 5;

  private final ScenarioDesk desk;

  SampleScenarios(ScenarioDesk desk) {
    this.desk = desk;
  }

  /**
   * Two ways to go on after start-up money and one with practices' own money, all shared; and what
   * a practice makes of the last for itself.
   *
   * @param practice one of the network, whose own scenario holds what it says of its finances
   */
  public void make(Seat facilitator, Seat federation, Seat lmc, Seat practice, String network) {
    List<PayingPractice> practices = desk.listPractices(ScenarioDesk.place(facilitator), network);
    String name =
        desk.listNetworks(ScenarioDesk.place(facilitator)).stream()
            .filter(choice -> choice.code().equals(network))
            .map(choice -> spoken(choice.name()))
            .findFirst()
            .orElse(network);

    Scenario own = ownMoney(practices, name, lmc.party().name());
    long ownMoney = desk.add(lmc, "began with the preset “practices”", own);
    desk.share(lmc, ownMoney);

    long allowance =
        preset(
            federation,
            "start-up-then-allowance-carried",
            practices,
            name + ": start-up money, then a transferred allowance");
    desk.share(federation, allowance);

    long contract =
        preset(
            facilitator,
            "start-up-then-contract-carried",
            practices,
            name + ": start-up money, then the contract");
    desk.share(facilitator, contract);
    SavedScenario shared = desk.get(lmc, contract);
    desk.save(
        lmc,
        contract,
        shared.latest(),
        "asks for more from the third year on, as the committee proposes",
        risen(desk.getLatest(lmc, shared).scenario()));

    desk.add(
        practice,
        "began with version 2 of “%s”".formatted(own.title()),
        own.withTitle("What we could pay ourselves")
            .withPractices(
                practices.stream()
                    .map(
                        one ->
                            one.code().equals(practice.party().code())
                                ? new PayingPractice(
                                    one.code(),
                                    one.name(),
                                    one.patients(),
                                    55.0,
                                    Rate.ofPounds("1.10"))
                                : one)
                    .toList()));
  }

  private long preset(Seat seat, String id, List<PayingPractice> practices, String title) {
    Presets.Preset preset =
        Presets.list(practices, first(), YEARS).stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow();
    return desk.add(
        seat, "began with the preset “%s”".formatted(id), preset.scenario().withTitle(title));
  }

  /** The first year that can still be settled. */
  private static FinancialYear first() {
    return FinancialYear.of(LocalDate.now()).plusYears(1);
  }

  /** The register writes names in capitals: {@code Fallowmere} for {@code FALLOWMERE PCN}. */
  private static String spoken(String name) {
    String bare = name.replaceFirst(" PCN$", "");
    return bare.equals(bare.toUpperCase(Locale.UK))
        ? Stream.of(bare.split(" "))
            .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.UK))
            .collect(Collectors.joining(" "))
        : bare;
  }

  /** £1.20 a head of the practices, with what the contract might pass on beside it. */
  private static Scenario ownMoney(List<PayingPractice> practices, String network, String whose) {
    List<Presets.Preset> presets = Presets.list(practices, first(), YEARS);
    Scenario alone = scenario(presets, "practices");
    Source contract =
        new Source.PracticeContract(
            "contract",
            "Through the practice contract",
            Stream.of("1.80", "1.90", "2.00", "2.10", "2.20").map(Rate::ofPounds).toList(),
            Uncertain.triangular(75, 90, 100, whose),
            Uncertain.triangular(70, 90, 100, whose),
            Uncertain.triangular(0, 5, 15, whose),
            80,
            Stated.by(whose));
    Source money =
        new Source.PracticesMoney(
            "own-money",
            "Practices' own money",
            List.of(Rate.ofPounds("1.20")),
            Uncertain.triangular(45, 70, 90, whose),
            Rate.ofPounds("1.50"),
            30,
            Stated.by(whose));
    return alone
        .withTitle(network + ": practices' own money beside the contract")
        .withSources(List.of(money, contract));
  }

  private static Scenario scenario(List<Presets.Preset> presets, String id) {
    return presets.stream()
        .filter(one -> one.id().equals(id))
        .map(Presets.Preset::scenario)
        .findFirst()
        .orElseThrow();
  }

  /** Ten pence a head and year more from the third year on. */
  private static Scenario risen(Scenario scenario) {
    return scenario.withSources(
        scenario.sources().stream()
            .map(
                source ->
                    source instanceof Source.PracticeContract c
                        ? new Source.PracticeContract(
                            c.id(),
                            c.title(),
                            Stream.of("1.50", "3.50", "3.70", "3.80", "3.90")
                                .map(Rate::ofPounds)
                                .toList(),
                            c.passedOn(),
                            c.pooled(),
                            c.disputed(),
                            c.settled(),
                            c.stated())
                        : source)
            .toList());
  }
}
