package moot.funding.management;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import moot.funding.Mark;
import moot.funding.Money;
import org.jspecify.annotations.Nullable;

/**
 * Whether and when a scenario is short: by what happens in most draws, and beside it by the figures
 * as they are stated. The two differ where a stated figure lies at the edge of its own range, or
 * where something comes wholly or not at all.
 *
 * @param listYesOrNo what comes wholly or not at all
 */
public record Verdict(Outcome outcome, Simulation simulation, List<Outcome.YesOrNo> listYesOrNo) {
  public Verdict(Outcome outcome, Simulation simulation) {
    this(outcome, simulation, outcome.listYesOrNo());
  }

  /** Whether more draws are short of nothing than are first short in any one year. */
  public boolean mostlyEnough() {
    return simulation
        .mostOftenFirstShort()
        .map(year -> 1 - simulation.chanceShort() > year.chanceCliff())
        .orElse(true);
  }

  /** What happens most often, in one sentence. */
  public String inShort() {
    Optional<Simulation.Year> worst = simulation.mostOftenFirstShort();
    if (worst.isEmpty()) {
      return "No year is short in any draw.";
    }
    Simulation.Year year = worst.orElseThrow();
    String by = by(year.cliff());
    return mostlyEnough()
        ? "%s no year is short; else most often first short in %s (%s in 100), then by %s."
            .formatted(
                in(1 - simulation.chanceShort()), year.year(), hundred(year.chanceCliff()), by)
        : "%s first short in %s, then by %s.".formatted(in(year.chanceCliff()), year.year(), by);
  }

  /** At the median; where services are won or lost the median is no middle, and a range is told. */
  private String by(Simulation.@Nullable Spread spread) {
    if (spread == null) {
      return pounds(0);
    }
    boolean split =
        Math.round(spread.p10() / 100) < Math.round(spread.p90() / 100)
            && listYesOrNo.stream().anyMatch(one -> one.source().kind() == Source.Kind.MARGIN);
    return split
        ? "%s to %s in eight draws of ten".formatted(pounds(spread.p10()), pounds(spread.p90()))
        : pounds(spread.p50()) + " at the median";
  }

  /** The plan's own figures: what may or may not happen counts by its chance. */
  public String asStated() {
    return "If everything comes as stated%s: %s."
        .formatted(
            listYesOrNo.isEmpty() ? "" : ", yes or no counted by its chance", firstShort(outcome));
  }

  /** What becomes of it when something comes wholly or not at all. */
  public static String words(Outcome.YesOrNo one) {
    return "%s: %s, %s; %s, %s. The chance of “%s” is %s%s."
        .formatted(
            one.source().title(),
            one.happens(),
            firstShort(one.ifSo()),
            one.otherwise(),
            firstShort(one.ifNot()),
            one.happens(),
            String.format(Locale.UK, "%.0f %%", 100 * one.chance()),
            one.times() > 1
                ? ", each of the %d times that it is decided".formatted(one.times())
                : "");
  }

  /** All that comes wholly or not at all, one sentence each; empty for none. */
  public String yesOrNo() {
    return listYesOrNo.stream().map(Verdict::words).collect(Collectors.joining(" "));
  }

  /** For example {@code first short in 2028/29, by £1,000}. */
  public static String firstShort(Outcome outcome) {
    return outcome
        .cliff()
        .map(
            cliff -> "first short in %s, by %s".formatted(cliff.year(), pounds(cliff.by().pence())))
        .orElse("no year is short");
  }

  public Optional<Mark> mark() {
    return outcome.mark();
  }

  private static String in(double chance) {
    return chance >= 1
        ? "In all draws"
        : chance > 0.995 ? "In nearly all draws" : "In %s of 100 draws".formatted(hundred(chance));
  }

  private static String hundred(double chance) {
    return chance > 0 && chance < 0.005 ? "fewer than 1" : Long.toString(Math.round(100 * chance));
  }

  private static String pounds(double pence) {
    return Money.ofPounds(Math.round(pence / 100)).toString().replaceAll("\\.00$", "");
  }
}
