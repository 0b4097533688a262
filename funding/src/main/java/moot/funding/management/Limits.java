package moot.funding.management;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import moot.funding.Complaint;
import moot.funding.Money;
import moot.funding.Rate;
import moot.funding.management.Source.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a mix, as somebody wrote it down.
 *
 * <pre>
 * per head: £0.50        # asked of practices, at most
 * recurrent: 80 %        # at least, from a year on
 * from year: 3
 * short: £0              # a year, at most: no cliff
 * ownership: 30 %        # through practices' hands, at least
 * services: 20 %         # depending on extra services, at most
 * budgets:
 *   start-up: £100,000   # a year, at most
 * as little as possible of: practices' own money
 * </pre>
 *
 * @param least the kind to use least of; null for the least shortfall
 */
public record Limits(List<Limit> limits, @Nullable Kind least) {
  public Limits {
    limits = List.copyOf(limits);
  }

  /**
   * @param name for complaints
   * @param text YAML or JSON
   * @throws BadScenario with all that is wrong
   */
  public static Limits read(String name, String text) {
    List<Complaint> complaints = new ArrayList<>();
    Reading file = Reading.of(text, complaints);
    file.fields(
        "per head",
        "recurrent",
        "from year",
        "short",
        "ownership",
        "services",
        "budgets",
        "as little as possible of");
    List<Limit> all = new ArrayList<>();
    find(file, "per head", Reading.Kind.POUNDS, 20)
        .ifPresent(n -> all.add(new Limit.PerHeadFromPractices(Rate.ofPounds(n))));
    int year = file.field("from year").whole(1, Scenario.MOST_YEARS, 1);
    find(file, "recurrent", Reading.Kind.PERCENT, 100)
        .ifPresent(n -> all.add(new Limit.RecurrentBy(year, n.doubleValue())));
    find(file, "short", Reading.Kind.POUNDS, 1e9)
        .ifPresent(n -> all.add(new Limit.ShortAtMost(Money.ofPounds(n))));
    find(file, "ownership", Reading.Kind.PERCENT, 100)
        .ifPresent(n -> all.add(new Limit.OwnershipAtLeast(n.doubleValue())));
    find(file, "services", Reading.Kind.PERCENT, 100)
        .ifPresent(n -> all.add(new Limit.ServicesAtMost(n.doubleValue())));
    file.field("budgets")
        .entries()
        .forEach(
            (source, most) ->
                all.add(
                    new Limit.Budget(
                        source, Money.ofPounds(most.number(Reading.Kind.POUNDS, 0, 1e9, null)))));
    Reading least = file.field("as little as possible of");
    Kind kind =
        least.isThere()
            ? least.word(Kind::find, Arrays.stream(Kind.values()).map(Kind::words).toList(), null)
            : null;
    if (!complaints.isEmpty()) {
      throw new BadScenario(name, complaints);
    }
    return new Limits(all, kind);
  }

  private static Optional<BigDecimal> find(
      Reading file, String field, Reading.Kind kind, double most) {
    Reading its = file.field(field);
    return its.isThere() ? Optional.of(its.number(kind, 0, most, null)) : Optional.empty();
  }
}
