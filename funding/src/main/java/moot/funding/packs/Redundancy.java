package moot.funding.packs;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import moot.funding.Mark;
import moot.funding.Money;
import tools.jackson.databind.JsonNode;

/**
 * What the law gives at least to an employee who is dismissed for redundancy: weeks' pay by age and
 * service, notice, and the most that counts as a week's pay. Contracts may give more.
 *
 * @param sources code to the page in words
 * @param notes what a reader must know of it
 * @param leastYears of service, for any payment
 * @param mostYears of service that count
 * @param weeks for one year of service, by age, the youngest first
 * @param weeksPay the most that counts as a week's pay, by day, the earliest first
 */
public record Redundancy(
    Map<String, String> sources,
    List<String> notes,
    int leastYears,
    int mostYears,
    Mark mark,
    List<Weeks> weeks,
    Notice notice,
    List<WeeksPay> weeksPay) {
  private static final Shape SHAPE = new Shape("redundancy.schema.json");

  /**
   * @param fromAge the age that the employee had reached throughout the year of service
   * @param weeks of pay for that year
   */
  public record Weeks(int fromAge, BigDecimal weeks) {}

  /** One week's notice after some months, then so many for each whole year, up to a most. */
  public record Notice(
      int afterMonths, int leastWeeks, int weeksForEachYear, int mostWeeks, Mark mark) {}

  /**
   * The most that counts as a week's pay for employments that end from some day on.
   *
   * @param sources codes
   */
  public record WeeksPay(LocalDate from, Money most, Mark mark, List<String> sources) {
    public WeeksPay {
      sources = List.copyOf(sources);
    }
  }

  public Redundancy {
    sources = Map.copyOf(sources);
    notes = List.copyOf(notes);
    weeks = List.copyOf(weeks);
    weeksPay = List.copyOf(weeksPay);
  }

  /** The one that comes with Moot. */
  public static Redundancy shipped() {
    return Shipped.TABLE;
  }

  private static final class Shipped {
    static final Redundancy TABLE = read("redundancy.yaml", Packs.resource("redundancy.yaml"));
  }

  /**
   * Reads a table in the form of the shipped one.
   *
   * @param file its name, for complaints
   * @throws BadPack with all that is wrong with it
   */
  public static Redundancy read(String file, String text) {
    LinedYaml yaml = SHAPE.read(file, text);
    JsonNode root = yaml.root();
    List<String> codes = List.copyOf(root.path("sources").propertyNames());
    checkSources(yaml, codes, List.of("payment", "sources"), root.path("payment"));
    checkSources(yaml, codes, List.of("notice", "sources"), root.path("notice"));
    List<WeeksPay> pay = new ArrayList<>();
    for (int i = 0; i < root.path("week's pay").size(); i++) {
      JsonNode node = root.path("week's pay").path(i);
      checkSources(yaml, codes, List.of("week's pay", i, "sources"), node);
      String day = node.path("from").asString();
      try {
        pay.add(
            new WeeksPay(
                LocalDate.parse(day),
                Money.ofPounds(node.path("pounds").decimalValue()),
                Mark.find(node.path("mark").asString()).orElseThrow(),
                node.path("sources").valueStream().map(JsonNode::asString).toList()));
      } catch (DateTimeException e) {
        yaml.complain(
            List.of("week's pay", i, "from"),
            "from \"%s\"".formatted(day),
            "a day that is in the calendar",
            "Maybe the month is shorter?");
      }
    }
    for (int i = 1; i < pay.size(); i++) {
      if (!pay.get(i).from.isAfter(pay.get(i - 1).from)) {
        yaml.complain(
            List.of("week's pay", i, "from"),
            "from %s after %s".formatted(pay.get(i).from, pay.get(i - 1).from),
            "the earliest first, each day once",
            "Maybe two lines are the wrong way round?");
      }
    }
    yaml.throwIfAnything();
    return table(root, pay);
  }

  private static void checkSources(
      LinedYaml yaml, List<String> codes, List<Object> path, JsonNode node) {
    node.path("sources")
        .valueStream()
        .map(JsonNode::asString)
        .forEach(code -> yaml.checkSource(path, code, codes));
  }

  private static Redundancy table(JsonNode root, List<WeeksPay> pay) {
    JsonNode payment = root.path("payment");
    JsonNode notice = root.path("notice");
    Map<String, String> sources = new LinkedHashMap<>();
    root.path("sources").forEachEntry((code, page) -> sources.put(code, page.asString()));
    return new Redundancy(
        sources,
        root.path("notes").valueStream().map(JsonNode::asString).toList(),
        payment.path("least years").intValue(),
        payment.path("most years").intValue(),
        Mark.find(payment.path("mark").asString()).orElseThrow(),
        payment
            .path("weeks")
            .valueStream()
            .map(
                node ->
                    new Weeks(node.path("from age").intValue(), node.path("weeks").decimalValue()))
            .sorted(Comparator.comparingInt(Weeks::fromAge))
            .toList(),
        new Notice(
            notice.path("after months").intValue(),
            notice.path("least weeks").intValue(),
            notice.path("weeks for each year").intValue(),
            notice.path("most weeks").intValue(),
            Mark.find(notice.path("mark").asString()).orElseThrow()),
        pay);
  }

  /** Weeks' pay for an age and a service, both in whole years on the day employment ends. */
  public BigDecimal weeksFor(int age, int years) {
    if (years < leastYears) {
      return BigDecimal.ZERO;
    }
    return IntStream.rangeClosed(1, Math.min(years, mostYears))
        .mapToObj(back -> weeksOfYear(age - back))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /**
   * @param age at the beginning of that year of service
   */
  private BigDecimal weeksOfYear(int age) {
    return weeks.stream()
        .filter(step -> age >= step.fromAge)
        .reduce((earlier, later) -> later)
        .map(Weeks::weeks)
        .orElse(BigDecimal.ZERO);
  }

  /** Weeks of notice that the employer must give. */
  public int noticeFor(LocalDate began, LocalDate ends) {
    if (ChronoUnit.MONTHS.between(began, ends) < notice.afterMonths) {
      return 0;
    }
    long years = ChronoUnit.YEARS.between(began, ends);
    return (int)
        Math.min(notice.mostWeeks, Math.max(notice.leastWeeks, years * notice.weeksForEachYear));
  }

  /** The most that counts as a week's pay on a day; empty before the first that is known. */
  public Optional<WeeksPay> findWeeksPay(LocalDate ends) {
    return weeksPay.stream()
        .filter(step -> !ends.isBefore(step.from))
        .reduce((earlier, later) -> later);
  }

  /** The same, but that of the first day where nothing is known before it. */
  public WeeksPay nearestWeeksPay(LocalDate ends) {
    return findWeeksPay(ends).orElse(weeksPay.getFirst());
  }

  /** Whether that of a day was read: a new one comes each 6 April, so one holds for a year. */
  public boolean isWeeksPayKnownOn(LocalDate ends) {
    return findWeeksPay(ends).isPresent() && ends.isBefore(weeksPay.getLast().from.plusYears(1));
  }
}
