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
import java.util.TreeSet;
import moot.funding.FinancialYear;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.Trace;

/**
 * What a scenario comes to, year by year and to the penny, at its likely values: what may or may
 * not happen counts by its chance.
 */
public record Outcome(Scenario scenario, List<Year> years) {
  private static final List<Double> TABLED =
      List.of(0.0, 2.0, 4.0, 6.0, 8.0, 10.0, 15.0, 20.0, 30.0);

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
   * A margin that could be loaded on the price.
   *
   * @param margin in percent of our cost
   * @param price in percent of our cost
   * @param above percent by which the price is above the competitor's; below zero for cheaper
   * @param chance of winning, from 0 to 1
   * @param ifWon what it brings a year when the services are won
   * @param expected the same by its chance
   */
  public record Price(
      double margin, double price, double above, double chance, Money ifWon, Money expected) {}

  /**
   * Who has the management without paying of their own for it, at the likely values: each practice
   * by its chance of paying.
   *
   * @param payers how many practices pay
   * @param practices how many there are
   * @param takeUp the share of patients whose practices pay, from 0 to 1
   * @param paid what those pay of their own that is used
   * @param notPaid what the others were asked for and did not pay
   */
  public record FreeRiders(
      double payers, int practices, double takeUp, long patients, Money paid, Money notPaid) {
    /** Pence that those who pay give, for each patient of theirs. */
    public double payersAHead() {
      return takeUp == 0 ? 0 : paid.pence() / (takeUp * patients);
    }

    /** Pence of management that this brings each patient, of payers and others alike. */
    public double everyoneAHead() {
      return paid.pence() / (double) patients;
    }

    /** Pence of what a payer gives for each patient that go to patients of those who do not pay. */
    public double carriedAHead() {
      return payersAHead() - everyoneAHead();
    }

    /** What those who do not pay have of what the others pay. */
    public Money carried() {
      return Books.money(everyoneAHead() * (1 - takeUp) * patients);
    }
  }

  /**
   * A source of which all comes or next to nothing, so that its average never happens.
   *
   * @param happens in words, for example {@code won}
   * @param otherwise in words, for example {@code lost}
   * @param chance that it happens, each time, from 0 to 1
   * @param times how often it is decided in these years
   * @param ifSo what the scenario comes to if it happens each time, all else at the likely values
   * @param ifNot and if it never does
   */
  public record YesOrNo(
      Source source,
      String happens,
      String otherwise,
      double chance,
      int times,
      Outcome ifSo,
      Outcome ifNot) {}

  /**
   * What a margin does to the price.
   *
   * @param price in percent of our cost
   * @param competitor the competitor's, in percent of our cost
   * @param chance of winning the services, from 0 to 1
   * @param wholeNeed the least margin in percent that would bring the whole need on average; empty
   *     where none up to 100 % would
   * @param prices for some margins, this one and the best among them, the smallest first
   * @param best the margin up to 100 % with the most money expected
   */
  public record Loading(
      Source.ServiceMargin source,
      double price,
      double competitor,
      double chance,
      OptionalDouble wholeNeed,
      List<Price> prices,
      Price best) {
    /** Beyond this we look no further for a better margin, in percent. */
    public static final double MOST = 100;

    public Loading {
      prices = List.copyOf(prices);
    }

    public boolean isNow(Price price) {
      return price.margin() == source.margin();
    }
  }

  /** The figures of one year. */
  public record Year(
      FinancialYear year,
      List<Spent> items,
      Money need,
      List<Flow> flows,
      Money gap,
      Map<Figure, Double> figures,
      List<Part> practices,
      List<Loading> loadings,
      Optional<FreeRiders> freeRiders) {
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
    return of(scenario, books, Fate.likely(books.unknowns()), true);
  }

  /**
   * @param priced whether prices are tabled, which takes longer than all else
   */
  private static Outcome of(Scenario scenario, Books books, Fate fate, boolean priced) {
    List<Year> years = new ArrayList<>();
    books.run(fate, (y, closed) -> years.add(close(scenario, y, closed, priced)));
    return new Outcome(scenario, years);
  }

  private static Year close(Scenario scenario, int y, Books books, boolean priced) {
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
            .filter(source -> priced && source instanceof Source.ServiceMargin)
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
        loadings,
        freeRiders(scenario, books));
  }

  private static Optional<FreeRiders> freeRiders(Scenario scenario, Books books) {
    for (Stream stream : books.streams) {
      if (stream instanceof Stream.Own own && !Double.isNaN(own.takeUp)) {
        return Optional.of(
            new FreeRiders(
                own.payers,
                scenario.practices().size(),
                own.takeUp,
                scenario.patients(),
                Books.money(own.used),
                Books.money(own.lost[1])));
      }
    }
    return Optional.empty();
  }

  /** What becomes of the other use of each source's money in a year. */
  public List<OtherUse> otherUses(Year year) {
    return OtherUse.list(scenario, year);
  }

  /** The sources of which all comes or next to nothing, and what that does. */
  public List<YesOrNo> listYesOrNo() {
    List<YesOrNo> all = new ArrayList<>();
    for (int s = 0; s < scenario.sources().size(); s++) {
      Source source = scenario.sources().get(s);
      double chance =
          switch (source) {
            case Source.ServiceMargin m -> m.likelyChance();
            case Source.AllowanceTransfer a -> Math.clamp(a.late().likely() / 100, 0, 1);
            default -> 0;
          };
      if (chance <= 0 || chance >= 1) {
        continue;
      }
      boolean services = source instanceof Source.ServiceMargin;
      int times = source instanceof Source.ServiceMargin m ? (years.size() - 1) / m.term() + 1 : 1;
      YesOrNo one =
          new YesOrNo(
              source,
              services ? "won" : "late",
              services ? "lost" : "in time",
              chance,
              times,
              whenSaid(s, true),
              whenSaid(s, false));
      if (!one.ifSo().years().equals(one.ifNot().years())) {
        all.add(one);
      }
    }
    return all;
  }

  private Outcome whenSaid(int source, boolean happens) {
    Books books = new Books(scenario);
    int[] events = books.streams.get(source).events();
    return of(scenario, books, Fate.likelyBut(books.unknowns(), events, happens), false);
  }

  /** What would be if no practice paid of its own, all else the same; empty if none is asked. */
  public Optional<Outcome> ifNobodyPays() {
    List<Source> others =
        scenario.sources().stream()
            .filter(source -> source.kind() != Source.Kind.PRACTICES)
            .toList();
    return others.size() == scenario.sources().size()
        ? Optional.empty()
        : Optional.of(of(scenario.withSources(others)));
  }

  /** How sure we are of the need: as of what it is stated from. */
  public Optional<Mark> needMark() {
    return Optional.ofNullable(scenario.need().stated().mark());
  }

  /** How sure we are of what is funded and what is short: as of the least sure part. */
  public Optional<Mark> mark() {
    Optional<Mark> least = needMark();
    for (Source source : scenario.sources()) {
      Mark its = source.stated().mark();
      if (its != null) {
        least = Optional.of(least.map(its::orLessSure).orElse(its));
      }
    }
    return least;
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
    double most = 0;
    double best = 0;
    for (int tenths = 0; tenths <= 10 * Loading.MOST; tenths++) {
      double expected = volume * tenths / 1000 * chance(source, tenths / 10.0);
      if (whole.isEmpty() && expected >= need.pence()) {
        whole = OptionalDouble.of(tenths / 10.0);
      }
      if (expected > most) {
        most = expected;
        best = tenths / 10.0;
      }
    }
    TreeSet<Double> margins = new TreeSet<>(TABLED);
    margins.add(source.margin());
    margins.add(best);
    return new Loading(
        source,
        source.price(),
        source.competitor().likely(),
        source.likelyChance(),
        whole,
        margins.stream().map(margin -> price(source, volume, margin)).toList(),
        price(source, volume, best));
  }

  private static Price price(Source.ServiceMargin source, double volume, double margin) {
    double chance = chance(source, margin);
    double ifWon = volume * margin / 100;
    return new Price(
        margin,
        100 + margin,
        100 * (100 + margin) / source.competitor().likely() - 100,
        chance,
        Books.money(ifWon),
        Books.money(ifWon * chance));
  }

  private static double chance(Source.ServiceMargin source, double margin) {
    return Source.ServiceMargin.chance(
        source.evenChance().likely(),
        source.competitor().likely(),
        100 + margin,
        source.elasticity().likely());
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
