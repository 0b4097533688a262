package moot.funding.management;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import moot.funding.Money;
import moot.funding.Rate;
import moot.funding.management.MixFinder.Mix;

/**
 * Makes a mix that was found into a scenario of its own: each source brings, at its likely values,
 * what the mix uses of it in each year, and no more. What is uncertain stays uncertain. Amounts are
 * rounded up, a head to a hundredth of a penny, so that no year is short by the rounding.
 *
 * <p>Start-up money is planned for the years in which it is used, carried forward or not. Practices
 * are asked for what the mix asks; that they become unwilling when others do not pay, which the mix
 * leaves out of account, the scenario shows.
 */
public final class MixedScenario {
  private static final int A_HUNDREDTH_OF_A_PENNY = 100;
  private static final int LONGEST_TITLE = 150;

  private final Mix mix;
  private final Scenario from;

  private MixedScenario(Mix mix) {
    this.mix = mix;
    this.from = mix.scenario();
  }

  /**
   * Named after its limits; figures that were published and are no longer the same are nobody's.
   */
  public static Scenario of(Mix mix) {
    MixedScenario made = new MixedScenario(mix);
    Scenario scenario =
        made.from
            .withTitle(title(mix))
            .withSources(made.from.sources().stream().map(made::source).toList());
    return Published.unlessChanged(made.from, scenario, "a mix that was found");
  }

  /** For example {@code Mix: no cliff; at most 20 % depends on extra services}. */
  private static String title(Mix mix) {
    String limits = mix.limits().stream().map(Limit::words).collect(Collectors.joining("; "));
    String least = mix.least() == null ? "" : "least of " + mix.least().words();
    String all =
        limits.isEmpty() || least.isEmpty() ? limits + least : least + " within: " + limits;
    String title = "Mix: " + (all.isEmpty() ? "no limits" : all);
    return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…";
  }

  private Source source(Source source) {
    return switch (source) {
      case Source.ServiceMargin s -> margin(s);
      case Source.PracticesMoney s ->
          new Source.PracticesMoney(
              s.id(),
              s.title(),
              mix.years().stream().map(year -> asked(year.asked())).toList(),
              s.willingness(),
              s.headroom(),
              s.unravelling(),
              s.stated());
      case Source.Transformation s ->
          new Source.Transformation(
              s.id(),
              s.title(),
              List.of(),
              amounts(s, s.comes().likely() / 100),
              s.comes(),
              s.carried(),
              s.stated());
      case Source.PracticeContract s -> contract(s);
      case Source.AllowanceTransfer s -> allowance(s);
    };
  }

  private Source margin(Source.ServiceMargin s) {
    double brings = s.demand().likely() / 100 * s.margin() / 100 * s.likelyChance();
    return new Source.ServiceMargin(
        s.id(),
        s.title(),
        amounts(s, brings),
        s.demand(),
        s.margin(),
        s.competitor(),
        s.evenChance(),
        s.elasticity(),
        s.term(),
        s.stated());
  }

  /** What is used by year, over what each pound of it brings; whole pounds. */
  private List<Money> amounts(Source source, double brings) {
    List<Money> amounts = new ArrayList<>();
    for (int y = 0; y < from.years(); y++) {
      double pounds = brings > 0 ? used(source, y) / 100 / brings : 0;
      amounts.add(Money.ofPounds(upTo(pounds, 0)));
    }
    return amounts;
  }

  private Source contract(Source.PracticeContract s) {
    double pooled = s.passedOn().likely() / 100 * s.pooled().likely() / 100;
    double disputed = s.disputed().likely() / 100;
    double brings = pooled * (1 - disputed);
    List<Rate> rates = new ArrayList<>();
    double before = 0;
    for (int y = 0; y < from.years(); y++) {
      double released = before * pooled * disputed * s.settled() / 100;
      double open = Math.max(0, used(s, y) - released);
      // All in dispute: only what was paid the year before brings anything, so that it stays.
      Rate rate =
          brings > 0 ? aHead(open / 100 / brings / from.patients()) : Source.of(s.perHead(), y);
      rates.add(rate);
      before = rate.microPounds() / 10_000.0 * from.patients();
    }
    return new Source.PracticeContract(
        s.id(), s.title(), rates, s.passedOn(), s.pooled(), s.disputed(), s.settled(), s.stated());
  }

  /** A share that rises is late by its chance, one that stays or falls is not. */
  private Source allowance(Source.AllowanceTransfer s) {
    double late = Math.clamp(s.late().likely() / 100, 0, 1);
    double left = s.allowance().microPounds() / 10_000.0 * from.patients();
    List<Double> shares = new ArrayList<>();
    double before = 0;
    for (int y = 0; y < from.years(); y++) {
      if (y > 0) {
        left *= 1 - Math.clamp(s.shrinks().likely() / 100, -1, 1);
      }
      double needed = left > 0 ? used(s, y) / left : 0;
      double share =
          needed <= before
              ? needed
              : late < 1 ? (needed - late * before) / (1 - late) : Source.of(s.share(), y) / 100;
      double percent = Math.min(100, upTo(100 * share, 4).doubleValue());
      shares.add(percent);
      before = percent / 100;
    }
    return new Source.AllowanceTransfer(
        s.id(), s.title(), s.allowance(), s.shrinks(), shares, s.late(), s.stated());
  }

  /** Pence. */
  private double used(Source source, int y) {
    return mix.years().get(y).used().getOrDefault(source.id(), Money.ZERO).pence();
  }

  /** What practices are asked for, rounded up, yet never over a limit. */
  private Rate asked(Rate exact) {
    Rate up = aHead(exact.microPounds() / 1e6);
    return mix.limits().stream()
        .filter(Limit.PerHeadFromPractices.class::isInstance)
        .map(limit -> ((Limit.PerHeadFromPractices) limit).most())
        .reduce(up, (a, b) -> a.compareTo(b) < 0 ? a : b);
  }

  private static Rate aHead(double pounds) {
    return new Rate(
        upTo(pounds * 1e6 / A_HUNDREDTH_OF_A_PENNY, 0).longValue() * A_HUNDREDTH_OF_A_PENNY);
  }

  /** Rounded up, what is over by no more than the doubles' own error left aside. */
  private static BigDecimal upTo(double value, int decimals) {
    return BigDecimal.valueOf(value)
        .setScale(decimals + 4, RoundingMode.HALF_EVEN)
        .setScale(decimals, RoundingMode.UP);
  }
}
