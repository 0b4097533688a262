package moot.funding.pricing;

import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import moot.funding.Mark;
import moot.funding.Trace;
import moot.funding.pricing.Entitlement.Counted;
import moot.funding.pricing.Entitlement.Stretch;
import moot.funding.terms.Basis;
import moot.funding.terms.DatedRate;
import moot.funding.terms.Formula;
import moot.funding.terms.Term;

/** Tells where an entitlement comes from. */
final class Tracing {
  private Tracing() {}

  static Trace of(Entitlement entitlement) {
    Term term = entitlement.term();
    List<Trace> parts = new ArrayList<>();
    for (Stretch stretch : entitlement.stretches()) {
      parts.add(stretch(entitlement, stretch));
    }
    if (!entitlement.doubts().isEmpty()) {
      parts.add(
          new Trace(
              "Less sure than the rate",
              String.join("; ", entitlement.doubts()),
              null,
              Mark.RECALLED,
              List.of(),
              List.of()));
    }
    for (String step : entitlement.working().steps()) {
      parts.add(Trace.given("Step", step));
    }
    parts.add(
        Trace.made(
            "Rounding",
            entitlement.total().toString(),
            "%s£%s to the penny, %s"
                .formatted(
                    entitlement.working().exact().signum() < 0 ? "−" : "",
                    entitlement.working().exact().abs().toPlainString(),
                    term.rounding() == Term.Rounding.DOWN
                        ? "the part of a penny cut off"
                        : "to the nearest"),
            List.of()));
    parts.add(
        Trace.given(
            "Paid",
            "%s, %s; months divided by largest remainder, so that they add up"
                .formatted(term.schedule().words(), term.payer())));
    if (term.condition() != null) {
      parts.add(Trace.given("Condition", term.condition()));
    }
    if (term.note() != null) {
      parts.add(Trace.given("Note", term.note()));
    }
    return new Trace(
        "%s, %s, %s".formatted(term.title(), entitlement.payee().inWords(), entitlement.year()),
        entitlement.total().toString(),
        null,
        entitlement.mark(),
        term.clause() == null ? List.of() : List.of(term.clause()),
        parts);
  }

  private static Trace stretch(Entitlement entitlement, Stretch stretch) {
    List<YearMonth> months = entitlement.year().months();
    String when =
        stretch.months() == 1
            ? name(months.get(stretch.first()))
            : "%s to %s"
                .formatted(
                    name(months.get(stretch.first())),
                    name(months.get(stretch.first() + stretch.months() - 1)));
    Formula formula = entitlement.term().formula();
    DatedRate rate = stretch.rate();
    return Trace.made(
        when,
        "%d month%s".formatted(stretch.months(), stretch.months() == 1 ? "" : "s"),
        how(formula, stretch),
        List.of(rate(formula, rate), quantity(formula.basis(), stretch.quantity())));
  }

  private static String how(Formula formula, Stretch stretch) {
    DatedRate rate = stretch.rate();
    String share =
        switch (formula.per()) {
          case YEAR -> " × %d/12".formatted(stretch.months());
          case MONTH -> " × %d".formatted(stretch.months());
          case WINDOW ->
              stretch.months() == rate.months()
                  ? ""
                  : " × %d/%d".formatted(stretch.months(), rate.months());
        };
    return switch (formula) {
      case Formula.PotShare pot ->
          "%s × %s / %s%s"
              .formatted(pot.pot(), stretch.quantity().quantity(), pot.national(), share);
      case Formula.Points points -> "points, see the steps";
      case Formula.PerUnit perUnit -> product(stretch, share);
      case Formula.Parts parts -> product(stretch, share) + " × the share achieved";
      case Formula.TopUp topUp -> product(stretch, share) + ", less what was got elsewhere";
    };
  }

  private static String product(Stretch stretch, String share) {
    return "%s × %s%s".formatted(stretch.rate().rate(), stretch.quantity().quantity(), share);
  }

  private static Trace rate(Formula formula, DatedRate rate) {
    List<Trace> about = new ArrayList<>();
    if (rate.announced() != null) {
      about.add(
          Trace.given(
              "Announced", "%s, for months from %s".formatted(rate.announced(), rate.from())));
    }
    if (rate.note() != null) {
      about.add(Trace.given("Note", rate.note()));
    }
    String time =
        switch (formula.per()) {
          case YEAR -> "a year";
          case MONTH -> "a month";
          case WINDOW -> "for %s to %s".formatted(rate.from(), rate.to());
        };
    return new Trace(
        "Rate",
        "%s %s %s".formatted(rate.rate(), formula.basis().oneUnit(), time),
        null,
        rate.mark(),
        rate.sources(),
        about);
  }

  private static Trace quantity(Basis basis, Counted counted) {
    if (basis == Basis.ORGANISATION || basis == Basis.POINTS) {
      return Trace.given("Counted by", basis.words());
    }
    List<Trace> practices =
        counted.parts().stream()
            .map(
                part ->
                    new Trace(
                        "%s (%s)".formatted(part.practice().name(), part.practice().code()),
                        "%s, %s%s"
                            .formatted(
                                part.held().quantity(),
                                part.held().on(),
                                part.held().doubt() == null ? "" : ": " + part.held().doubt()),
                        null,
                        part.held().doubt() == null ? null : Mark.RECALLED,
                        List.of(),
                        List.of()))
            .toList();
    return Trace.made(
        capital(basis.words()),
        counted.quantity().toString(),
        practices.size() == 1 ? "as published" : "sum of %d practices".formatted(practices.size()),
        practices);
  }

  private static String name(YearMonth month) {
    return "%s %d"
        .formatted(month.getMonth().getDisplayName(TextStyle.FULL, Locale.UK), month.getYear());
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
