package moot.app.funding;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import moot.app.web.ToldToVisitors;
import moot.funding.FinancialYear;
import moot.funding.pricing.MembershipRule;
import moot.funding.pricing.RateChoice;
import moot.funding.pricing.Splitting;

/**
 * What a visitor asks of a place: which year, which rates, which month a change of membership
 * moves, how a network's money is split. What could not be read is kept as it was typed, with why,
 * and stands as it usually does.
 *
 * @param typed by the names of the fields
 * @param errors likewise: value, what was expected, and a sentence that begins "Maybe"
 */
public record Asked(
    FinancialYear year,
    RateChoice rates,
    MembershipRule rule,
    Splitting splitting,
    Map<String, String> typed,
    Map<String, String> errors) {
  static final String PAID = "paid";
  static final String ANNOUNCED = "announced";
  static final String KNOWN = "known";

  /**
   * @param fields of the address: {@code year}, {@code as} (paid, announced, a day, or known with
   *     the day in {@code on}), {@code day} and {@code split}; none is needed
   * @param years that there are rule packs of, the earliest first
   */
  static Asked read(Map<String, String> fields, List<FinancialYear> years, LocalDate today) {
    Map<String, String> errors = new LinkedHashMap<>();
    Map<String, String> typed = new LinkedHashMap<>(fields);
    FinancialYear year = year(fields.getOrDefault("year", ""), years, today, errors);
    RateChoice rates = rates(fields, typed, errors);
    MembershipRule rule = rule(fields.getOrDefault("day", ""), errors);
    Splitting splitting = splitting(fields.getOrDefault("split", ""), errors);
    return new Asked(year, rates, rule, splitting, typed, errors);
  }

  /** The same for programs and files, which have no form to correct. */
  Asked orRefuse() {
    if (!errors.isEmpty()) {
      throw new ToldToVisitors(422, String.join(" ", errors.values()));
    }
    return this;
  }

  /** Of the years that there are, the running one or the one nearest to it. */
  static FinancialYear usualYear(List<FinancialYear> years, LocalDate today) {
    FinancialYear now = FinancialYear.of(today);
    return years.stream()
        .filter(year -> year.compareTo(now) <= 0)
        .max(FinancialYear::compareTo)
        .orElseGet(years::getFirst);
  }

  private static FinancialYear year(
      String written, List<FinancialYear> years, LocalDate today, Map<String, String> errors) {
    if (written.isBlank()) {
      return usualYear(years, today);
    }
    return FinancialYear.find(written)
        .filter(years::contains)
        .orElseGet(
            () -> {
              errors.put(
                  "year",
                  "The year \"%s\": expected one of %s to %s that there are rules of, such as 2025/26. Maybe the calendar year was meant?"
                      .formatted(written, years.getFirst(), years.getLast()));
              return usualYear(years, today);
            });
  }

  private static RateChoice rates(
      Map<String, String> fields, Map<String, String> typed, Map<String, String> errors) {
    String as = fields.getOrDefault("as", "").strip();
    switch (as) {
      case "", PAID -> {
        return RateChoice.AS_PAID;
      }
      case ANNOUNCED -> {
        return RateChoice.AS_ANNOUNCED;
      }
      default -> {
        String day = as.equals(KNOWN) ? fields.getOrDefault("on", "").strip() : as;
        typed.put("as", KNOWN);
        typed.put("on", day);
        try {
          return RateChoice.knownOn(LocalDate.parse(day));
        } catch (DateTimeParseException e) {
          errors.put(
              "on",
              "The day \"%s\": expected a day such as 2024-09-30, or \"paid\" or \"announced\" for the rates. Maybe day and month are swapped?"
                  .formatted(day));
          return RateChoice.AS_PAID;
        }
      }
    }
  }

  private static MembershipRule rule(String written, Map<String, String> errors) {
    if (written.isBlank()) {
      return MembershipRule.USUAL;
    }
    try {
      return new MembershipRule(Integer.parseInt(written.strip()));
    } catch (IllegalArgumentException e) {
      errors.put(
          "day",
          "The day of the month \"%s\": expected 1 to 31, or 0 for the whole year as it began. Maybe a whole date was meant?"
              .formatted(written));
      return MembershipRule.USUAL;
    }
  }

  private static Splitting splitting(String written, Map<String, String> errors) {
    if (written.isBlank()) {
      return Splitting.BY_LIST;
    }
    for (Splitting one : Splitting.values()) {
      if (word(one).equals(written.strip())) {
        return one;
      }
    }
    errors.put(
        "split",
        "The way to split \"%s\": expected list, weighted, equally or pooled. Maybe it is misspelt?"
            .formatted(written));
    return Splitting.BY_LIST;
  }

  /** As addresses write it. */
  public static String word(Splitting splitting) {
    return switch (splitting) {
      case BY_LIST -> "list";
      case BY_WEIGHTED_LIST -> "weighted";
      case EQUALLY -> "equally";
      case POOLED -> "pooled";
    };
  }

  /** As addresses write it: {@code 2025-26}. */
  public static String word(FinancialYear year) {
    return year.toString().replace('/', '-');
  }

  public String typed(String field, String usual) {
    String value = typed.getOrDefault(field, "");
    return value.isBlank() ? usual : value;
  }

  public String error(String field) {
    return errors.getOrDefault(field, "");
  }

  /** Asks the same on another page: {@code ?year=2025-26&as=paid&day=14&split=list}. */
  public String query() {
    return "?year=%s&as=%s&day=%d&split=%s"
        .formatted(
            word(year),
            switch (rates) {
              case RateChoice.First first -> ANNOUNCED;
              case RateChoice.Last last -> PAID;
              case RateChoice.KnownOn known ->
                  URLEncoder.encode(known.day().toString(), StandardCharsets.UTF_8);
            },
            rule.lastDay(),
            word(splitting));
  }

  /** The same in another year. */
  public String query(FinancialYear other) {
    return new Asked(other, rates, rule, splitting, Map.of(), Map.of()).query();
  }
}
