package moot.funding.management;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import moot.funding.FinancialYear;
import moot.funding.Money;

/**
 * What becomes of the other use of a source's money in a year, at the likely values.
 *
 * @param taken for the management
 * @param of what it is taken from, in words
 * @param whole how much of that there is in the year; empty where nobody has said
 * @param patients of the place
 */
public record OtherUse(
    Source source,
    FinancialYear year,
    Money taken,
    String of,
    Optional<Money> whole,
    long patients) {

  /** Of all sources, in their order. */
  static List<OtherUse> list(Scenario scenario, Outcome.Year year) {
    List<OtherUse> all = new ArrayList<>();
    int y = year.year().start() - scenario.first().start();
    for (Outcome.Flow flow : year.flows()) {
      long patients = scenario.patients();
      OtherUse use =
          switch (flow.source()) {
            case Source.ServiceMargin s ->
                new OtherUse(
                    s,
                    year.year(),
                    flow.used(),
                    "the services' surplus",
                    Optional.of(flow.usable()),
                    patients);
            case Source.PracticesMoney s ->
                new OtherUse(
                    s, year.year(), flow.used(), "practices' income", Optional.empty(), patients);
            case Source.Transformation s ->
                new OtherUse(
                    s,
                    year.year(),
                    flow.used(),
                    "the transformation money there is",
                    Optional.of(flow.usable().plus(flow.carriedIn())),
                    patients);
            case Source.PracticeContract s ->
                new OtherUse(
                    s,
                    year.year(),
                    flow.used(),
                    "what the contract pays practices for this",
                    Optional.of(flow.offered().plus(flow.released())),
                    patients);
            case Source.AllowanceTransfer s ->
                new OtherUse(
                    s,
                    year.year(),
                    flow.used(),
                    "the commissioner's running-cost allowance",
                    Optional.of(allowance(s, y, patients)),
                    patients);
          };
      all.add(use);
    }
    return all;
  }

  private static Money allowance(Source.AllowanceTransfer source, int y, long patients) {
    double shrunk = Math.pow(1 - Math.clamp(source.shrinks().likely() / 100, -1, 1), y);
    return Books.money(source.allowance().microPounds() / 10_000.0 * patients * shrunk);
  }

  /** Pence. */
  public double takenAHead() {
    return taken.pence() / (double) patients;
  }

  /** Percent of the whole that is taken; empty where there is no whole. */
  public Optional<Double> share() {
    return whole.filter(w -> w.pence() > 0).map(w -> 100.0 * taken.pence() / w.pence());
  }

  /** What is left for the other use. */
  public Optional<Money> left() {
    return whole.map(w -> w.minus(taken));
  }

  /** Pence. */
  public Optional<Double> leftAHead() {
    return left().map(l -> l.pence() / (double) patients);
  }

  /** In words, for somebody who would spend the money otherwise. */
  public String words() {
    if (taken.isZero()) {
      return "nothing is taken";
    }
    String aHead = pounds(takenAHead()) + " a head";
    String share =
        share().map(s -> "%s of %s (%s)".formatted(Outcome.percent(s), of, aHead)).orElse("");
    String left = leftAHead().map(OtherUse::pounds).orElse("");
    return switch (source) {
      case Source.AllowanceTransfer s ->
          "%s; %s a head is left for the commissioner's own running".formatted(share, left);
      case Source.Transformation s ->
          "%s is then not there for other projects; %s a head is left%s"
              .formatted(share, left, s.carried() ? ", for later years" : "");
      case Source.ServiceMargin s ->
          "%s does not go back into the services; %s a head is left to them".formatted(share, left);
      case Source.PracticeContract s ->
          "%s; %s a head stays with practices%s".formatted(share, left, yardstick(", taken: "));
      case Source.PracticesMoney s ->
          "%s of practices' own income%s".formatted(aHead, yardstick(": "));
    };
  }

  private String yardstick(String before) {
    return Yardstick.find(year).map(y -> before + y.words(takenAHead())).orElse("");
  }

  private static String pounds(double pence) {
    return Books.money(pence).toString();
  }
}
