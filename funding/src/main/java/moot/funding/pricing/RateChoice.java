package moot.funding.pricing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import moot.funding.FinancialYear;
import moot.funding.terms.DatedRate;
import org.jspecify.annotations.Nullable;

/** Which of several rates for the same month counts, when one was raised afterwards. */
public sealed interface RateChoice {
  RateChoice AS_ANNOUNCED = new First();
  RateChoice AS_PAID = new Last();

  static RateChoice knownOn(LocalDate day) {
    return new KnownOn(day);
  }

  /** As first announced, then as known on a day, then as finally paid. */
  default LocalDate asOf() {
    return switch (this) {
      case First first -> LocalDate.MIN;
      case KnownOn known -> known.day();
      case Last last -> LocalDate.MAX;
    };
  }

  /**
   * What is wrong with asking what was known of a year on a day, if anything: of rates that were
   * known when the year began nobody has written down since when.
   */
  static Optional<String> complaint(LocalDate day, FinancialYear year) {
    return day.isBefore(year.from())
        ? Optional.of(
            "expected a day from %s on: which rates of %s were known before is not in the rule packs"
                .formatted(year.from(), year))
        : Optional.empty();
  }

  Optional<DatedRate> choose(List<DatedRate> rates, YearMonth month);

  String inWords();

  /**
   * Those known earliest first; of two that were known before the year, the one that began first.
   */
  Comparator<DatedRate> BY_AGE =
      Comparator.comparing(
              DatedRate::announced, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
          .thenComparing(DatedRate::from);

  private static @Nullable DatedRate newest(List<DatedRate> rates, YearMonth month) {
    return rates.stream().filter(rate -> rate.holdsIn(month)).max(BY_AGE).orElse(null);
  }

  /** As announced before any change. */
  record First() implements RateChoice {
    @Override
    public Optional<DatedRate> choose(List<DatedRate> rates, YearMonth month) {
      List<DatedRate> holding = rates.stream().filter(rate -> rate.holdsIn(month)).toList();
      // Of the rates that were known from the start, the last to begin replaces those before it.
      return Optional.ofNullable(
              newest(holding.stream().filter(rate -> rate.announced() == null).toList(), month))
          .or(() -> holding.stream().min(BY_AGE));
    }

    @Override
    public String inWords() {
      return "as announced";
    }
  }

  /** As finally paid. */
  record Last() implements RateChoice {
    @Override
    public Optional<DatedRate> choose(List<DatedRate> rates, YearMonth month) {
      return Optional.ofNullable(newest(rates, month));
    }

    @Override
    public String inWords() {
      return "as finally paid";
    }
  }

  /** As known on a day. */
  record KnownOn(LocalDate day) implements RateChoice {
    @Override
    public Optional<DatedRate> choose(List<DatedRate> rates, YearMonth month) {
      return Optional.ofNullable(
          newest(rates.stream().filter(rate -> rate.isKnownOn(day)).toList(), month));
    }

    @Override
    public String inWords() {
      return "as known on " + day;
    }
  }
}
