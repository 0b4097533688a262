package moot.funding.management;

import static moot.funding.management.Uncertain.certain;
import static moot.funding.management.Uncertain.triangular;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import moot.funding.FinancialYear;
import moot.funding.Money;
import moot.funding.Quantity;
import moot.funding.Rate;

/** Scenarios that tests share. */
final class Cases {
  static final FinancialYear FIRST = new FinancialYear(2025);

  private Cases() {}

  /** Three practices with 50,000 patients. */
  static List<PayingPractice> three() {
    return List.of(
        PayingPractice.of("A", "Alder", 10_000),
        PayingPractice.of("B", "Birch", 15_000),
        PayingPractice.of("C", "Cedar", 25_000));
  }

  static Need need(long pounds) {
    return new Need(
        List.of(new Need.Cost("Management", Money.ofPounds(pounds), Need.Grows.WITH_PAY)),
        0,
        certain(0),
        certain(0),
        Stated.by("the test"));
  }

  static Scenario scenario(int years, Need need, Source... sources) {
    return new Scenario(
        "a test", FIRST, years, three(), need, List.of(sources), Map.of(), List.of());
  }

  static Source.PracticesMoney practices(double willingness, String headroom, String... perHead) {
    return new Source.PracticesMoney(
        "own",
        "Own money",
        rates(perHead),
        certain(willingness),
        Rate.ofPounds(headroom),
        0,
        Stated.by("the test"));
  }

  static Source.Transformation startUp(boolean carried, String... perHead) {
    return new Source.Transformation(
        "start-up",
        "Start-up",
        rates(perHead),
        List.of(),
        certain(100),
        carried,
        Stated.by("the test"));
  }

  static Source.PracticeContract contract(
      double passedOn, double pooled, double disputed, double settled, String... perHead) {
    return new Source.PracticeContract(
        "contract",
        "Contract",
        rates(perHead),
        certain(passedOn),
        certain(pooled),
        certain(disputed),
        settled,
        Stated.by("the test"));
  }

  static Source.AllowanceTransfer allowance(
      String aHead, double shrinks, double late, Double... share) {
    return new Source.AllowanceTransfer(
        "allowance",
        "Allowance",
        Rate.ofPounds(aHead),
        certain(shrinks),
        List.of(share),
        certain(late),
        Stated.by("the test"));
  }

  static Source.ServiceMargin margin(
      long volume, double margin, double competitor, double even, double elasticity) {
    return new Source.ServiceMargin(
        "margin",
        "Margin",
        List.of(Money.ofPounds(volume)),
        certain(100),
        margin,
        certain(competitor),
        certain(even),
        certain(elasticity),
        1,
        Stated.by("the test"));
  }

  static List<Rate> rates(String... pounds) {
    return java.util.Arrays.stream(pounds).map(Rate::ofPounds).toList();
  }

  /** Sixty practices, ten years, all five sources, everything uncertain. */
  static Scenario large() {
    List<PayingPractice> practices = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      practices.add(PayingPractice.of("P" + i, "Practice " + i, 4_000 + 173 * i));
    }
    return new Scenario(
        "everything",
        FIRST,
        10,
        practices,
        Need.template(true),
        List.of(
            new Source.ServiceMargin(
                "margin",
                "Margin",
                List.of(Money.ofPounds(6_000_000)),
                triangular(80, 100, 110, ""),
                8,
                triangular(100, 106, 115, ""),
                triangular(30, 50, 70, ""),
                triangular(2, 5, 10, ""),
                3,
                Stated.assumed()),
            new Source.PracticesMoney(
                "own",
                "Own money",
                rates("0.80"),
                triangular(40, 70, 90, ""),
                Rate.ofPounds("1.20"),
                30,
                Stated.assumed()),
            new Source.Transformation(
                "start-up",
                "Start-up",
                rates("1.50", "1.50"),
                List.of(),
                triangular(60, 100, 100, ""),
                true,
                Stated.assumed()),
            new Source.PracticeContract(
                "contract",
                "Contract",
                rates("1.50"),
                triangular(60, 85, 100, ""),
                triangular(50, 80, 100, ""),
                Uncertain.normal(0, 10, 20, ""),
                80,
                Stated.assumed()),
            new Source.AllowanceTransfer(
                "allowance",
                "Allowance",
                Rate.ofPounds("18.76"),
                triangular(0, 3, 8, ""),
                List.of(0.0, 2.0, 4.0, 5.0, 5.0, 5.0, 5.0, 5.0, 5.0, 5.0),
                triangular(10, 30, 60, ""),
                Stated.assumed())),
        Map.of(),
        List.of());
  }

  /** Any scenario, also a foolish one. */
  static Scenario random(Random random, String id) {
    int years = 1 + random.nextInt(10);
    return random(random, id, years);
  }

  static Scenario random(Random random, String id, int years) {
    List<PayingPractice> practices = new ArrayList<>();
    int count = 1 + random.nextInt(12);
    for (int i = 0; i < count; i++) {
      practices.add(
          new PayingPractice(
              "P" + i,
              "Practice " + i,
              500 + random.nextInt(20_000),
              random.nextInt(3) == 0 ? (double) random.nextInt(101) : null,
              random.nextInt(3) == 0 ? new Rate(random.nextInt(2_000_000)) : null));
    }
    List<Source> sources = new ArrayList<>();
    sources.add(
        new Source.ServiceMargin(
            "margin",
            "Margin " + id,
            List.of(new Money(random.nextInt(500_000_000))),
            certain(random.nextInt(120)),
            random.nextInt(30),
            certain(80 + random.nextInt(60)),
            certain(random.nextInt(101)),
            certain(random.nextInt(12)),
            1 + random.nextInt(5),
            Stated.assumed()));
    sources.add(
        new Source.PracticesMoney(
            "own",
            "Own " + id,
            List.of(new Rate(random.nextInt(2_000_000))),
            certain(random.nextInt(101)),
            new Rate(random.nextInt(2_000_000)),
            random.nextInt(101),
            Stated.assumed()));
    sources.add(
        new Source.Transformation(
            "start-up",
            "Start-up " + id,
            List.of(new Rate(random.nextInt(4_000_000))),
            List.of(new Money(random.nextInt(20_000_000))),
            certain(random.nextInt(101)),
            random.nextBoolean(),
            Stated.assumed()));
    sources.add(
        new Source.PracticeContract(
            "contract",
            "Contract " + id,
            List.of(new Rate(random.nextInt(2_000_000))),
            certain(random.nextInt(101)),
            certain(random.nextInt(101)),
            certain(random.nextInt(101)),
            random.nextInt(101),
            Stated.assumed()));
    List<Double> share = new ArrayList<>();
    for (int y = 0; y < years; y++) {
      share.add(random.nextInt(100) / 10.0);
    }
    sources.add(
        new Source.AllowanceTransfer(
            "allowance",
            "Allowance " + id,
            new Rate(10_000_000 + random.nextInt(10_000_000)),
            certain(random.nextInt(30)),
            share,
            certain(random.nextInt(101)),
            Stated.assumed()));
    java.util.Collections.shuffle(sources, random);
    Need need =
        new Need(
            List.of(
                new Need.Role(
                    "Manager",
                    Quantity.of(random.nextDouble() * 3),
                    new Money(3_000_000 + random.nextInt(4_000_000)),
                    new BigDecimal("27.5")),
                new Need.Cost(
                    "Office", new Money(random.nextInt(9_000_000)), Need.Grows.WITH_PRICES)),
            random.nextBoolean() ? 0 : 73_000,
            certain(random.nextInt(8)),
            certain(random.nextInt(8)),
            Stated.assumed());
    return new Scenario(
        id,
        FIRST,
        years,
        practices,
        need,
        sources.subList(0, random.nextInt(6)),
        Map.of(),
        List.of());
  }
}
