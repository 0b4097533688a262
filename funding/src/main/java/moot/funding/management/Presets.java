package moot.funding.management;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import moot.funding.FinancialYear;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.Rate;
import moot.funding.management.Judgement.About;
import moot.funding.management.Judgement.Level;
import moot.funding.management.Source.Kind;

/**
 * Scenarios to begin with: each of the five ways alone, and start-up money followed by something
 * that stays. What was published for another year or scheme is named as where an assumption comes
 * from; everything is there to be changed.
 */
public final class Presets {
  private static final String MOOT = Stated.ASSUMPTION;

  private Presets() {}

  /** A preset and the name by which it is asked for. */
  public record Preset(String id, Scenario scenario) {}

  /**
   * @param practices at least one
   * @param years 1 to 10
   */
  public static List<Preset> list(List<PayingPractice> practices, FinancialYear first, int years) {
    long patients = practices.stream().mapToLong(PayingPractice::patients).sum();
    List<Preset> all = new ArrayList<>();
    Scenes scenes = new Scenes(practices, first, years);
    all.add(scenes.of("margin", "A margin on services alone", List.of(margin(patients))));
    all.add(scenes.of("practices", "Practices' own money alone", List.of(ownMoney())));
    all.add(
        scenes.of("transformation", "Transformation funds alone", List.of(startUp(first, false))));
    all.add(
        scenes.of("contract", "Through the practice contract alone", List.of(contract(years, 0))));
    all.add(
        scenes.of(
            "allowance",
            "Transfer of the running-cost allowance alone",
            List.of(allowance(first, years, 0))));
    for (boolean carried : new boolean[] {true, false}) {
      String id = carried ? "-carried" : "";
      String title = carried ? ", what is left carried forward" : ", what is left lapsing";
      all.add(
          scenes.of(
              "start-up-then-contract" + id,
              "Start-up, then more through the contract" + title,
              List.of(startUp(first, carried), contract(years, 1))));
      all.add(
          scenes.of(
              "start-up-then-allowance" + id,
              "Start-up, then a transferred allowance" + title,
              List.of(startUp(first, carried), allowance(first, years, 1))));
    }
    return all;
  }

  private record Scenes(List<PayingPractice> practices, FinancialYear first, int years) {
    Preset of(String id, String title, List<Source> sources) {
      List<Judgement> judgements =
          sources.stream().flatMap(source -> judgements(source).stream()).toList();
      return new Preset(
          id,
          new Scenario(
              title, first, years, practices, Need.template(true), sources, Map.of(), judgements));
    }
  }

  /** Services that cost £30 a head, at a margin of 8 %. */
  static Source margin(long patients) {
    return new Source.ServiceMargin(
        "margin",
        "Margin on services",
        List.of(Money.ofPounds(30 * patients)),
        Uncertain.triangular(80, 100, 110, MOOT),
        8,
        Uncertain.triangular(102, 108, 115, MOOT),
        Uncertain.triangular(30, 50, 70, MOOT),
        Uncertain.triangular(2, 5, 10, MOOT),
        3,
        Stated.assumed());
  }

  /** £2 a head, as is sometimes heard; no published page says so. */
  static Source ownMoney() {
    return new Source.PracticesMoney(
        "own-money",
        "Practices' own money",
        List.of(Rate.ofPounds("2")),
        Uncertain.triangular(50, 75, 95, MOOT),
        Rate.ofPounds("2"),
        30,
        Stated.assumed());
  }

  /** £3 a head, once, all in the first year: then it shows whether it may be carried forward. */
  static Source startUp(FinancialYear first, boolean carried) {
    return new Source.Transformation(
        "start-up",
        "Transformation funds",
        List.of(Rate.ofPounds("3")),
        List.of(),
        Uncertain.triangular(70, 100, 100, MOOT),
        carried,
        stated(
            "£3 a head, once, in 2017/18 or 2018/19",
            first.start() == 2017 || first.start() == 2018,
            List.of("gponline 1452949", "westkenthealth")));
  }

  /** £1.50 a head, and £3.50, which is near what the template needs, after so many years. */
  static Source contract(int years, int after) {
    List<Rate> rates = new ArrayList<>();
    for (int y = 0; y < years; y++) {
      rates.add(Rate.ofPounds(y < after ? "1.50" : "3.50"));
    }
    return new Source.PracticeContract(
        "contract",
        "Through the practice contract",
        rates,
        Uncertain.triangular(70, 90, 100, MOOT),
        Uncertain.triangular(60, 85, 100, MOOT),
        Uncertain.triangular(0, 5, 20, MOOT),
        80,
        Stated.assumed());
  }

  /**
   * £18.76 a head, the published target for integrated care boards, as an assumption for the first
   * year; up to a fifth of it.
   */
  static Source allowance(FinancialYear first, int years, int after) {
    List<Double> share = new ArrayList<>();
    for (int y = 0; y < years; y++) {
      share.add(Math.clamp(8.0 * (y + 1 - after), 0, 20));
    }
    return new Source.AllowanceTransfer(
        "allowance",
        "Transferred running-cost allowance",
        Rate.ofPounds("18.76"),
        Uncertain.triangular(0, 2, 8, MOOT),
        share,
        Uncertain.triangular(10, 30, 60, MOOT),
        stated(
            "£18.76 a head, what integrated care boards may spend on their running in 2026/27",
            first.start() == 2026,
            List.of("healthcareleadernews", "thepharmacist", "nhsproviders")));
  }

  /**
   * A rate that was read in two pages, published for the scenario's first year or taken from
   * another.
   */
  private static Stated stated(String what, boolean ofThatYear, List<String> pages) {
    return ofThatYear
        ? new Stated(what, Mark.READ_TWICE, pages)
        : Stated.assumedFrom(
            List.of(
                "taken from %s, which is verified (%s); for this year it is not: %s"
                    .formatted(what, Mark.READ_TWICE.sign(), String.join(", ", pages))));
  }

  private static List<Judgement> judgements(Source source) {
    Kind kind = source.kind();
    Level ownership =
        switch (kind) {
          case PRACTICES -> Level.HIGH;
          case CONTRACT, MARGIN -> Level.MEDIUM;
          case TRANSFORMATION, ALLOWANCE -> Level.LOW;
        };
    Level dispute =
        switch (kind) {
          case PRACTICES, CONTRACT -> Level.HIGH;
          case ALLOWANCE -> Level.MEDIUM;
          case MARGIN, TRANSFORMATION -> Level.LOW;
        };
    String answers =
        switch (kind) {
          case PRACTICES, CONTRACT -> "who manages answers to the practices that pay";
          case MARGIN -> "who manages answers to whoever buys the services";
          case TRANSFORMATION, ALLOWANCE -> "who manages answers to the commissioner";
        };
    return List.of(
        new Judgement(About.OWNERSHIP, source.id(), ownership, MOOT, ""),
        new Judgement(About.ACCOUNTABILITY, source.id(), Level.MEDIUM, MOOT, answers),
        new Judgement(About.DISPUTE_RISK, source.id(), dispute, MOOT, ""));
  }
}
