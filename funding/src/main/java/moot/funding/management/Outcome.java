package moot.funding.management;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import moot.funding.FinancialYear;
import moot.funding.Money;
import moot.funding.Trace;

/**
 * What a scenario comes to, year by year and to the penny, at its likely values: what may or may
 * not happen counts by its chance.
 */
public record Outcome(Scenario scenario, List<Year> years) {
  public Outcome {
    years = List.copyOf(years);
  }

  /**
   * Money lost on the way from what is offered to what is usable.
   *
   * @param how for example {@code kept by practices}
   */
  public record Loss(String how, Money amount) {}

  /**
   * What one source does in one year: {@code offered + released = usable + lost}, and {@code usable
   * + carriedIn = used + carriedOut + unused}.
   *
   * @param offered what it would bring if nothing were lost
   * @param released what an earlier year held back and this one pays
   * @param used spent on the management, and so not on {@link Source.Kind#otherUse}
   * @param unused not needed; what becomes of it is {@link Source.Kind#unused}
   */
  public record Flow(
      Source source,
      Money offered,
      Money released,
      List<Loss> lost,
      Money usable,
      Money carriedIn,
      Money used,
      Money carriedOut,
      Money unused) {
    public Flow {
      lost = List.copyOf(lost);
    }
  }

  /** An item of the need and what it costs in a year. */
  public record Spent(Need.Item item, Money amount) {}

  /**
   * What a practice gives in a year.
   *
   * @param own of its own income
   * @param passedOn of the practice contract's payment for the network
   */
  public record Part(PayingPractice practice, Money own, Money passedOn) {
    /** Pounds a head, to a tenth of a penny. */
    public BigDecimal aHead() {
      return Outcome.aHead(own.plus(passedOn), practice.patients());
    }
  }

  /**
   * What a margin does to the price.
   *
   * @param price in percent of our cost
   * @param competitor the competitor's, in percent of our cost
   * @param chance of winning the services, from 0 to 1
   * @param wholeNeed the least margin in percent that would bring the whole need on average; empty
   *     where none up to 100 % would
   */
  public record Loading(
      Source.ServiceMargin source,
      double price,
      double competitor,
      double chance,
      OptionalDouble wholeNeed) {}

  /** The figures of one year. */
  public record Year(
      FinancialYear year,
      List<Spent> items,
      Money need,
      List<Flow> flows,
      Money gap,
      Map<Figure, Double> figures,
      List<Part> practices,
      List<Loading> loadings) {
    public Year {
      items = List.copyOf(items);
      flows = List.copyOf(flows);
      figures = Map.copyOf(figures);
      practices = List.copyOf(practices);
      loadings = List.copyOf(loadings);
    }

    public Money funded() {
      return need.minus(gap);
    }

    /** Percent, or pence; empty where there is nothing to have a share of. */
    public OptionalDouble find(Figure figure) {
      Double value = figures.get(figure);
      return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    public Optional<Flow> findFlow(String source) {
      return flows.stream().filter(flow -> flow.source().id().equals(source)).findFirst();
    }
  }

  /**
   * The first year that is short.
   *
   * @param by how much it is short
   * @param before what was funded the year before; empty when the first year is short
   */
  public record Cliff(FinancialYear year, Money by, Optional<Money> before) {}

  public static Outcome of(Scenario scenario) {
    Books books = new Books(scenario);
    List<Year> years = new ArrayList<>();
    books.run(Fate.likely(books.unknowns()), (y, closed) -> years.add(close(scenario, y, closed)));
    return new Outcome(scenario, years);
  }

  private static Year close(Scenario scenario, int y, Books books) {
    List<Spent> items = new ArrayList<>();
    for (int i = 0; i < books.items.length; i++) {
      items.add(new Spent(scenario.need().items().get(i), Books.money(books.items[i])));
    }
    Map<Figure, Double> figures = new EnumMap<>(Figure.class);
    for (Figure figure : Figure.values()) {
      double value = figure.of(books, scenario.patients());
      if (!Double.isNaN(value)) {
        figures.put(figure, value);
      }
    }
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < books.own.length; i++) {
      parts.add(
          new Part(
              scenario.practices().get(i),
              Books.money(books.own[i]),
              Books.money(books.passedOn[i])));
    }
    Money need = Books.money(books.need);
    List<Loading> loadings =
        scenario.sources().stream()
            .filter(Source.ServiceMargin.class::isInstance)
            .map(source -> loading((Source.ServiceMargin) source, y, need))
            .toList();
    return new Year(
        scenario.first().plusYears(y),
        items,
        need,
        books.streams.stream().map(Outcome::flow).toList(),
        Books.money(books.gap),
        figures,
        parts,
        loadings);
  }

  private static Flow flow(Stream stream) {
    List<String> ways = Stream.ways(stream.source);
    List<Loss> lost = new ArrayList<>();
    for (int k = 0; k < ways.size(); k++) {
      lost.add(new Loss(ways.get(k), Books.money(stream.lost[k])));
    }
    Money usable = Books.money(stream.usable);
    Money in = Books.money(stream.carriedIn);
    Money used = Books.money(stream.used);
    Money out = Books.money(stream.carriedOut);
    return new Flow(
        stream.source,
        Books.money(stream.offered),
        Books.money(stream.released),
        lost,
        usable,
        in,
        used,
        out,
        usable.plus(in).minus(used).minus(out));
  }

  private static Loading loading(Source.ServiceMargin source, int y, Money need) {
    double volume = Source.of(source.volume(), y).pence() * source.demand().likely() / 100;
    OptionalDouble whole = OptionalDouble.empty();
    for (int tenths = 0; tenths <= 1000 && whole.isEmpty(); tenths++) {
      double chance =
          Source.ServiceMargin.chance(
              source.evenChance().likely(),
              source.competitor().likely(),
              100 + tenths / 10.0,
              source.elasticity().likely());
      if (volume * tenths / 1000 * chance >= need.pence()) {
        whole = OptionalDouble.of(tenths / 10.0);
      }
    }
    return new Loading(
        source, source.price(), source.competitor().likely(), source.likelyChance(), whole);
  }

  /** The first year that is short, if any is. */
  public Optional<Cliff> cliff() {
    for (int y = 0; y < years.size(); y++) {
      Year year = years.get(y);
      if (year.gap().pence() > 0) {
        return Optional.of(
            new Cliff(
                year.year(),
                year.gap(),
                y == 0 ? Optional.empty() : Optional.of(years.get(y - 1).funded())));
      }
    }
    return Optional.empty();
  }

  /** The sum of a figure in pence over all years. */
  public Money total(Figure figure) {
    if (figure.unit() != Figure.Unit.PENCE || figure == Figure.CARRIED) {
      throw new IllegalArgumentException(figure.words() + " cannot be added up over years");
    }
    return Books.money(years.stream().mapToDouble(y -> y.find(figure).orElse(0)).sum());
  }

  /** Where the gap of a year comes from: need, each source, and what they are made of. */
  public Trace trace(FinancialYear year) {
    Year there =
        years.stream()
            .filter(y -> y.year().equals(year))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s: expected a year of %s to %s"
                            .formatted(year, years.getFirst().year(), years.getLast().year())));
    return new Tracing(scenario, there).gap();
  }

  /** Pounds a head, to a tenth of a penny. */
  static BigDecimal aHead(Money amount, long patients) {
    return amount.inPounds().divide(BigDecimal.valueOf(patients), 3, RoundingMode.HALF_UP);
  }

  static String percent(double value) {
    return String.format(Locale.UK, "%.1f %%", value);
  }
}
