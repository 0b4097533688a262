package moot.app.roleplans;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import moot.funding.Complaint;
import moot.funding.FinancialYear;
import moot.funding.Money;
import moot.funding.Quantity;
import moot.funding.roles.BadRolePlan;
import moot.funding.roles.Spread;
import org.jspecify.annotations.Nullable;

/** Reads values as people write them, noting what cannot be read; rules are the engine's. */
final class Typed {
  private static final Pattern NUMBER = Pattern.compile("[−-]?[0-9]{1,12}(\\.[0-9]{1,4})?");
  private static final Pattern SPREAD_GAP = Pattern.compile("(\\s|–|;|\\bto\\b)+");
  private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000);

  private final List<Complaint> complaints = new ArrayList<>();

  void raise() {
    if (!complaints.isEmpty()) {
      throw new BadRolePlan(complaints);
    }
  }

  void complain(String where, String value, String expected, String maybe) {
    complaints.add(
        Complaint.of(where, 0, value.isEmpty() ? "nothing" : "“" + value + "”", expected, maybe));
  }

  /** One thing, said at once. */
  static BadRolePlan bad(String where, String value, String expected, String maybe) {
    return new BadRolePlan(
        List.of(Complaint.of(where, 0, value.isEmpty() ? "nothing" : value, expected, maybe)));
  }

  BigDecimal number(String where, String text) {
    String bare = text.replace(",", "").replace("£", "").replace("%", "").strip();
    if (!NUMBER.matcher(bare).matches()) {
      complain(where, text, "a number such as 1200 or 0.8", "Maybe letters slipped in.");
      return BigDecimal.ZERO;
    }
    return new BigDecimal(bare.replace('−', '-'));
  }

  int whole(String where, String text) {
    BigDecimal number = number(where, text);
    if (number.stripTrailingZeros().scale() > 0 || number.abs().compareTo(LARGEST) > 0) {
      complain(where, text, "a whole number such as 3", "Maybe a point slipped in.");
      return 0;
    }
    return number.intValue();
  }

  Quantity quantity(String where, String text) {
    return Quantity.of(number(where, text));
  }

  Money pounds(String where, String text) {
    return Money.ofPounds(number(where, text));
  }

  LocalDate day(String where, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      complain(
          where, text, "a day such as 2025-09-30", "Maybe day and month are the wrong way round.");
      return LocalDate.EPOCH;
    }
  }

  @Nullable LocalDate dayOrNone(String where, String text) {
    return text.isEmpty() ? null : day(where, text);
  }

  FinancialYear year(String where, String text) {
    return FinancialYear.find(text)
        .orElseGet(
            () -> {
              complain(
                  where,
                  text,
                  "a financial year such as 2025/26",
                  "Maybe the calendar year was meant.");
              return new FinancialYear(2025);
            });
  }

  /** Three numbers, or one for all three. */
  Spread spread(String where, String text) {
    String[] parts = SPREAD_GAP.split(text.strip());
    if (text.isBlank() || (parts.length != 1 && parts.length != 3)) {
      complain(
          where,
          text,
          "low, likely and high with blanks between, such as 1 2 4, or one number",
          "Maybe one of the three is missing.");
      return Spread.NONE;
    }
    double low = number(where, parts[0]).doubleValue();
    return parts.length == 1
        ? new Spread(low, low, low)
        : new Spread(
            low, number(where, parts[1]).doubleValue(), number(where, parts[2]).doubleValue());
  }
}
