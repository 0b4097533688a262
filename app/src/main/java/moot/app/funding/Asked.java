package moot.app.funding;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import moot.app.web.ToldToVisitors;
import moot.funding.FinancialYear;
import moot.funding.pricing.Achievement;
import moot.funding.pricing.MembershipRule;
import moot.funding.pricing.RateChoice;
import moot.funding.pricing.Splitting;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor asks of a place: which year, which rates, which month a change of membership
 * moves, how a network's money is split. What could not be read is kept as it was typed, with why,
 * and stands as it usually does.
 *
 * @param arrearsFrom whose rates had been paid when those of {@code arrearsTo} became known
 * @param achieves what the page's own practice or network is asked to have achieved, its payee
 *     being {@link #ITSELF}; of this page alone, and kept nowhere
 * @param typed by the names of the fields
 * @param errors likewise: value, what was expected, and a sentence that begins "Maybe"
 */
public record Asked(
    FinancialYear year,
    RateChoice rates,
    RateChoice arrearsFrom,
    RateChoice arrearsTo,
    MembershipRule rule,
    Splitting splitting,
    List<Achievement> achieves,
    Map<String, String> typed,
    Map<String, String> errors) {
  static final String ITSELF = "itself";
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}([.][0-9]{1,6})?");
  static final String PAID = "paid";
  static final String ANNOUNCED = "announced";
  static final String KNOWN = "known";

  /**
   * @param fields of the address: {@code year}, {@code as} (paid, announced, a day, or known with
   *     the day in {@code on}), {@code from} and {@code to} of arrears, {@code day}, {@code split},
   *     {@code points}, {@code prevalence} and {@code percent}; none is needed
   * @param years that there are rule packs of, the earliest first
   */
  static Asked read(Map<String, String> fields, List<FinancialYear> years, LocalDate today) {
    Map<String, String> errors = new LinkedHashMap<>();
    Map<String, String> typed = new LinkedHashMap<>(fields);
    FinancialYear year = year(fields.getOrDefault("year", ""), years, today, errors);
    RateChoice rates = rates(fields, year, typed, errors);
    RateChoice from =
        choice(
            "from", fields.getOrDefault("from", "").strip(), RateChoice.AS_ANNOUNCED, year, errors);
    RateChoice to =
        choice("to", fields.getOrDefault("to", "").strip(), RateChoice.AS_PAID, year, errors);
    if (!from.asOf().isBefore(to.asOf())) {
      errors.putIfAbsent(
          "to",
          "Arrears from \"%s\" to \"%s\": expected rates that became known after those that had been paid. Maybe they are the wrong way round?"
              .formatted(word(from), word(to)));
      from = RateChoice.AS_ANNOUNCED;
      to = RateChoice.AS_PAID;
    }
    MembershipRule rule = rule(fields.getOrDefault("day", ""), errors);
    Splitting splitting = splitting(fields.getOrDefault("split", ""), errors);
    List<Achievement> achieves = achieves(fields, errors);
    return new Asked(year, rates, from, to, rule, splitting, achieves, typed, errors);
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
      Map<String, String> fields,
      FinancialYear year,
      Map<String, String> typed,
      Map<String, String> errors) {
    String as = fields.getOrDefault("as", "").strip();
    if (!as.isEmpty() && !as.equals(PAID) && !as.equals(ANNOUNCED)) {
      String day = as.equals(KNOWN) ? fields.getOrDefault("on", "").strip() : as;
      typed.put("as", KNOWN);
      typed.put("on", day);
      return choice("on", day, RateChoice.AS_PAID, year, errors);
    }
    return choice("on", as, RateChoice.AS_PAID, year, errors);
  }

  /** {@code paid}, {@code announced} or a day of the year on which rates were known. */
  private static RateChoice choice(
      String field,
      String written,
      RateChoice usual,
      FinancialYear year,
      Map<String, String> errors) {
    switch (written) {
      case "" -> {
        return usual;
      }
      case PAID -> {
        return RateChoice.AS_PAID;
      }
      case ANNOUNCED -> {
        return RateChoice.AS_ANNOUNCED;
      }
      default -> {
        try {
          LocalDate day = LocalDate.parse(written);
          Optional<String> complaint = RateChoice.complaint(day, year);
          if (complaint.isEmpty()) {
            return RateChoice.knownOn(day);
          }
          errors.put(
              field,
              "The day \"%s\": %s. Maybe \"announced\", or another year?"
                  .formatted(written, complaint.get()));
        } catch (DateTimeParseException e) {
          errors.put(
              field,
              "The day \"%s\": expected a day such as 2024-09-30, or \"paid\" or \"announced\" for the rates. Maybe day and month are swapped?"
                  .formatted(written));
        }
        return usual;
      }
    }
  }

  private static @Nullable BigDecimal number(
      Map<String, String> fields, String field, String what, Map<String, String> errors) {
    String written = fields.getOrDefault(field, "").strip();
    if (written.isEmpty()) {
      return null;
    }
    if (!NUMBER.matcher(written).matches()) {
      errors.put(
          field,
          "%s \"%s\": expected a number such as 58 or 1.04. Maybe there is a comma or a unit in it?"
              .formatted(what, written));
      return null;
    }
    return new BigDecimal(written);
  }

  /**
   * What the page's own payee achieves, as typed; what is out of range is said beside its field.
   */
  private static List<Achievement> achieves(
      Map<String, String> fields, Map<String, String> errors) {
    BigDecimal points = number(fields, "points", "The points", errors);
    BigDecimal prevalence = number(fields, "prevalence", "The prevalence factor", errors);
    BigDecimal percent = number(fields, "percent", "The percentage", errors);
    check("points", errors, points, null, null);
    check("prevalence", errors, null, prevalence, null);
    check("percent", errors, null, null, percent);
    boolean wrong = Stream.of("points", "prevalence", "percent").anyMatch(errors::containsKey);
    if (wrong || (points == null && percent == null)) {
      return List.of();
    }
    return List.of(
        new Achievement(
            ITSELF, null, points, prevalence, percent == null ? null : percent.intValueExact()));
  }

  private static void check(
      String field,
      Map<String, String> errors,
      @Nullable BigDecimal points,
      @Nullable BigDecimal prevalence,
      @Nullable BigDecimal percent) {
    if (percent != null
        && (percent.stripTrailingZeros().scale() > 0
            || percent.compareTo(BigDecimal.valueOf(100)) > 0)) {
      errors.put(
          field,
          "The percentage \"%s\": expected a whole percentage from 0 to 100. Maybe points were meant?"
              .formatted(percent.toPlainString()));
      return;
    }
    try {
      var unused =
          new Achievement(
              ITSELF, null, points, prevalence, percent == null ? null : percent.intValueExact());
    } catch (IllegalArgumentException e) {
      errors.put(field, "What was achieved, %s. Maybe a digit too many?".formatted(e.getMessage()));
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

  /** Asks the same on another page, but for what this page's payee achieves. */
  public String query() {
    return "?year=%s&as=%s&from=%s&to=%s&day=%d&split=%s"
        .formatted(
            word(year),
            word(rates),
            word(arrearsFrom),
            word(arrearsTo),
            rule.lastDay(),
            word(splitting));
  }

  /** What the page's own payee is asked to have achieved, of that payee. */
  List<Achievement> achievedBy(String payee) {
    return achieves.stream()
        .map(
            one ->
                new Achievement(payee, null, one.points(), one.prevalenceFactor(), one.percent()))
        .toList();
  }

  /** As addresses write it. */
  static String word(RateChoice rates) {
    return switch (rates) {
      case RateChoice.First first -> ANNOUNCED;
      case RateChoice.Last last -> PAID;
      case RateChoice.KnownOn known -> known.day().toString();
    };
  }
}
