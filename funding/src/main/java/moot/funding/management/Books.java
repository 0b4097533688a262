package moot.funding.management;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import moot.funding.Money;

/**
 * The books of a scenario while its years go by, in pence. Not for several threads at once.
 *
 * <p>In each year money is called upon in turn until the need is met: what would lapse, the
 * commissioner's, the contract's, the services', what was carried forward, and last the practices'
 * own.
 */
final class Books {
  /** Sees each year once it is closed. */
  interface Reader {
    void year(int y, Books books);
  }

  private final Scenario scenario;
  private final Fate.Unknowns unknowns = new Fate.Unknowns();
  private final double[] itemPence;
  private final boolean[] withPay;
  private final int payGrowth;
  private final int priceGrowth;

  /** In the scenario's order. */
  final List<Stream> streams;

  private final List<Stream> inTurn;
  final double[] items;
  double need;
  double gap;

  /** What each practice gave of its own, and what it passed on. */
  final double[] own;

  final double[] passedOn;

  Books(Scenario scenario) {
    this.scenario = scenario;
    Need what = scenario.need();
    long patients = scenario.patients();
    itemPence =
        what.items().stream().mapToDouble(i -> what.firstYear(i, patients).pence()).toArray();
    withPay = new boolean[itemPence.length];
    for (int i = 0; i < withPay.length; i++) {
      withPay[i] = what.items().get(i).grows() == Need.Grows.WITH_PAY;
    }
    items = new double[itemPence.length];
    payGrowth = unknowns.unknown("how fast pay grows", what.payGrowth());
    priceGrowth = unknowns.unknown("how fast prices grow", what.priceGrowth());
    streams =
        scenario.sources().stream()
            .map(source -> Stream.of(source, scenario.practices(), unknowns))
            .toList();
    inTurn = streams.stream().sorted(Comparator.comparingInt(Stream::turn)).toList();
    own = new double[scenario.practices().size()];
    passedOn = new double[own.length];
  }

  Fate.Unknowns unknowns() {
    return unknowns;
  }

  void run(Fate fate, Reader reader) {
    streams.forEach(stream -> stream.begin(fate));
    double pay = 1;
    double prices = 1;
    for (int y = 0; y < scenario.years(); y++) {
      if (y > 0) {
        pay *= 1 + Math.max(-1, fate.value(payGrowth) / 100);
        prices *= 1 + Math.max(-1, fate.value(priceGrowth) / 100);
      }
      need = 0;
      for (int i = 0; i < items.length; i++) {
        items[i] = fate.pence(itemPence[i] * (withPay[i] ? pay : prices));
        need += items[i];
      }
      spend(y, fate);
      reader.year(y, this);
    }
  }

  private void spend(int y, Fate fate) {
    double open = need;
    for (Stream stream : inTurn) {
      stream.carriedIn = stream.carriedOut;
      stream.year(y, fate);
      double there = stream.usable + stream.carriedIn;
      stream.used = Math.min(there, open);
      stream.carriedOut = stream.carries() ? there - stream.used : 0;
      open -= stream.used;
    }
    gap = open;
    Arrays.fill(own, 0);
    Arrays.fill(passedOn, 0);
    for (Stream stream : streams) {
      stream.byPractice(stream.kind == Source.Kind.PRACTICES ? own : passedOn, fate);
    }
  }

  double used() {
    double sum = 0;
    for (Stream stream : streams) {
      sum += stream.used;
    }
    return sum;
  }

  double used(Source.Kind kind) {
    double sum = 0;
    for (Stream stream : streams) {
      sum += stream.kind == kind ? stream.used : 0;
    }
    return sum;
  }

  double carriedOut() {
    double sum = 0;
    for (Stream stream : streams) {
      sum += stream.carriedOut;
    }
    return sum;
  }

  /** What is used and comes again as a rule. */
  double recurrent() {
    double sum = 0;
    for (Stream stream : streams) {
      sum += stream.source.recurrent() ? stream.used : 0;
    }
    return sum;
  }

  /** Of what is used, what comes again as a rule, in percent; NaN where nothing is used. */
  double recurrentShare() {
    return share(recurrent());
  }

  /** Of what is used, what passes through practices' hands, in percent. */
  double ownershipShare() {
    double sum = 0;
    for (Stream stream : streams) {
      sum += stream.used * scenario.handsOf(stream.kind) / 100;
    }
    return share(sum);
  }

  /** Of what is used, what depends on extra services, in percent. */
  double servicesShare() {
    return share(used(Source.Kind.MARGIN));
  }

  /** The share of patients whose practices pay of their own, in percent; NaN if nobody is asked. */
  double takeUp() {
    for (Stream stream : streams) {
      if (stream instanceof Stream.Own money && !Double.isNaN(money.takeUp)) {
        return 100 * money.takeUp;
      }
    }
    return Double.NaN;
  }

  private double share(double part) {
    double used = used();
    return used == 0 ? Double.NaN : 100 * part / used;
  }

  static Money money(double pence) {
    return new Money(Math.round(pence));
  }
}
