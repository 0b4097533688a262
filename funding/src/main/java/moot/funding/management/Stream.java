package moot.funding.management;

import java.util.Arrays;
import java.util.List;
import moot.funding.Money;
import moot.funding.Rate;
import moot.funding.Share;
import org.jspecify.annotations.Nullable;

/**
 * One source while the years go by. All amounts are pence. What is offered, with what an earlier
 * year released, is always what is usable and what was lost on the way.
 */
abstract sealed class Stream {
  final Source source;
  final Source.Kind kind;

  /** What it would bring if nothing went wrong. */
  double offered;

  /** What an earlier year held back and now pays. */
  double released;

  /** Lost on the way, by {@link #ways}. */
  final double[] lost;

  double usable;

  /** Carried in from the year before. */
  double carriedIn;

  /** Spent on the management. */
  double used;

  /** Carried on into the next year. */
  double carriedOut;

  private Stream(Source source, int ways) {
    this.source = source;
    this.kind = source.kind();
    this.lost = new double[ways];
  }

  static Stream of(Source source, List<PayingPractice> practices, Fate.Unknowns unknowns) {
    return switch (source) {
      case Source.ServiceMargin s -> new Margin(s, unknowns);
      case Source.PracticesMoney s -> new Own(s, practices, unknowns);
      case Source.Transformation s -> new Start(s, practices, unknowns);
      case Source.PracticeContract s -> new Contract(s, practices, unknowns);
      case Source.AllowanceTransfer s -> new Allowance(s, practices, unknowns);
    };
  }

  /** In words, how money gets lost on the way. */
  static List<String> ways(Source source) {
    return switch (source) {
      case Source.ServiceMargin s -> List.of("services not won");
      case Source.PracticesMoney s -> List.of("beyond what practices can pay", "not paid");
      case Source.Transformation s -> List.of("cut");
      case Source.PracticeContract s ->
          List.of("kept by practices", "used by each alone", "held back in a dispute");
      case Source.AllowanceTransfer s -> List.of("late");
    };
  }

  void begin(Fate fate) {
    carriedIn = 0;
    carriedOut = 0;
    released = 0;
  }

  /** Finds what is offered and usable in a year, 0 being the first. */
  abstract void year(int y, Fate fate);

  /** Whether what is not used in a year stays for the next. */
  boolean carries() {
    return false;
  }

  /** When it is called upon, smallest first. */
  int turn() {
    return kind.turn();
  }

  /** Writes what each practice gave of its own or passed on, of what was used. */
  void byPractice(double[] into, Fate fate) {}

  /** What luck had a part in, in words; null if none had. */
  @Nullable String luck() {
    return null;
  }

  /** What happens or not and decides whether all of it comes; empty for none. */
  int[] events() {
    return new int[0];
  }

  /** How luck had it in all years, from 0 to 1. */
  double luckShare() {
    return 0;
  }

  private static double[] heads(List<PayingPractice> practices) {
    return practices.stream().mapToDouble(PayingPractice::patients).toArray();
  }

  /** Splits whole pence by largest remainder, or exactly when drawn. */
  private static void split(
      double whole, double[] weights, double weight, double[] into, Fate fate) {
    if (whole == 0 || weight == 0) {
      return;
    }
    if (fate.isDrawn()) {
      for (int i = 0; i < weights.length; i++) {
        into[i] += whole * weights[i] / weight;
      }
      return;
    }
    long[] whole64 = new long[weights.length];
    for (int i = 0; i < weights.length; i++) {
      whole64[i] = (long) weights[i];
    }
    long[] parts = Share.byLargestRemainder((long) whole, whole64);
    for (int i = 0; i < parts.length; i++) {
      into[i] += parts[i];
    }
  }

  private static double[] pence(List<Rate> rates) {
    return rates.stream().mapToDouble(rate -> rate.microPounds() / 10_000.0).toArray();
  }

  private static double at(double[] byYear, int y) {
    return byYear[byYear.length == 1 ? 0 : y];
  }

  private static final class Margin extends Stream {
    private final Source.ServiceMargin margin;
    private final double[] volume;
    private final int demand;
    private final int competitor;
    private final int even;
    private final int elasticity;
    private final int[] lettings;
    private int years;
    private double wins;

    Margin(Source.ServiceMargin source, Fate.Unknowns unknowns) {
      super(source, 1);
      margin = source;
      volume = source.volume().stream().mapToDouble(Money::pence).toArray();
      String title = source.title();
      demand = unknowns.unknown(title + ": how much of the services is bought", source.demand());
      competitor = unknowns.unknown(title + ": the competitor's price", source.competitor());
      even =
          unknowns.unknown(
              title + ": the chance of winning at the same price", source.evenChance());
      elasticity =
          unknowns.unknown(title + ": what a dearer price costs in chances", source.elasticity());
      lettings = new int[Scenario.MOST_YEARS];
      for (int y = 0; y < lettings.length; y++) {
        lettings[y] = unknowns.event(source.id() + " let in year " + y);
      }
    }

    @Override
    void begin(Fate fate) {
      super.begin(fate);
      years = 0;
      wins = 0;
    }

    @Override
    void year(int y, Fate fate) {
      double chance =
          Source.ServiceMargin.chance(
              fate.value(even),
              Math.max(1, fate.value(competitor)),
              margin.price(),
              Math.max(0, fate.value(elasticity)));
      double won = fate.happens(lettings[y - y % margin.term()], chance);
      years++;
      wins += won;
      double bought = Math.max(0, fate.value(demand)) / 100;
      offered = fate.pence(at(volume, y) * bought * margin.margin() / 100);
      usable = fate.pence(offered * won);
      lost[0] = offered - usable;
    }

    @Override
    int[] events() {
      return lettings.clone();
    }

    @Override
    String luck() {
      return source.title() + ": whether the services are won";
    }

    @Override
    double luckShare() {
      return wins / years;
    }
  }

  static final class Own extends Stream {
    private final Source.PracticesMoney own;
    private final double[] asked;
    private final double[] heads;
    private final double all;
    private final double[] headroom;
    private final @Nullable Double[] own100;
    private final int common;
    private final int[] pays;
    private final double[] paid;
    private final double[] wants;
    private double notPaying;
    private double askedYears;
    private double takeUps;

    /** How many practices pay, by their chances where not drawn. */
    double payers;

    /** The share of patients whose practices pay; NaN where nobody was asked. */
    double takeUp;

    Own(Source.PracticesMoney source, List<PayingPractice> practices, Fate.Unknowns unknowns) {
      super(source, 2);
      own = source;
      asked = Stream.pence(source.perHead());
      heads = Stream.heads(practices);
      all = practices.stream().mapToDouble(PayingPractice::patients).sum();
      headroom =
          practices.stream()
              .mapToDouble(p -> source.headroom(p).microPounds() / 10_000.0)
              .toArray();
      own100 = practices.stream().map(PayingPractice::willingness).toArray(Double[]::new);
      common =
          unknowns.unknown(source.title() + ": how willing practices are", source.willingness());
      pays =
          practices.stream()
              .mapToInt(p -> unknowns.event(source.id() + " paid by " + p.code()))
              .toArray();
      paid = new double[heads.length];
      wants = new double[heads.length];
    }

    @Override
    void begin(Fate fate) {
      super.begin(fate);
      notPaying = 0;
      askedYears = 0;
      takeUps = 0;
      double general = fate.value(common);
      double shift = general - own.willingness().likely();
      for (int i = 0; i < heads.length; i++) {
        Double mine = own100[i];
        wants[i] = Math.clamp((mine == null ? general : mine + shift) / 100, 0, 1);
      }
    }

    @Override
    void year(int y, Fate fate) {
      double each = at(asked, y);
      offered = 0;
      usable = 0;
      lost[0] = 0;
      lost[1] = 0;
      takeUp = Double.NaN;
      payers = 0;
      if (each == 0) {
        Arrays.fill(paid, 0);
        return;
      }
      double stays = 1 - own.unravelling() / 100 * notPaying;
      double theirs = 0;
      for (int i = 0; i < heads.length; i++) {
        double whole = fate.pence(each * heads[i]);
        double can = each <= headroom[i] ? whole : fate.pence(headroom[i] * heads[i]);
        double share = fate.happens(pays[i], wants[i] * stays);
        paid[i] = fate.pence(can * share);
        theirs += heads[i] * share;
        payers += share;
        offered += whole;
        usable += paid[i];
        lost[0] += whole - can;
        lost[1] += can - paid[i];
      }
      takeUp = theirs / all;
      notPaying = 1 - takeUp;
      askedYears++;
      takeUps += takeUp;
    }

    @Override
    void byPractice(double[] into, Fate fate) {
      if (used == usable) {
        for (int i = 0; i < paid.length; i++) {
          into[i] += paid[i];
        }
      } else {
        split(used, paid, usable, into, fate);
      }
    }

    @Override
    String luck() {
      return source.title() + ": which practices pay";
    }

    @Override
    double luckShare() {
      return askedYears == 0 ? 0 : takeUps / askedYears;
    }
  }

  private static final class Start extends Stream {
    private final boolean carried;
    private final double[] planned;
    private final int comes;

    Start(Source.Transformation source, List<PayingPractice> practices, Fate.Unknowns unknowns) {
      super(source, 1);
      carried = source.carried();
      double all = practices.stream().mapToDouble(PayingPractice::patients).sum();
      planned = new double[Scenario.MOST_YEARS];
      double[] rates = Stream.pence(source.perHead());
      for (int y = 0; y < planned.length; y++) {
        planned[y] =
            Math.rint(y < rates.length ? rates[y] * all : 0)
                + (y < source.sums().size() ? source.sums().get(y).pence() : 0);
      }
      comes =
          unknowns.unknown(source.title() + ": how much of it comes in the end", source.comes());
    }

    @Override
    boolean carries() {
      return carried;
    }

    @Override
    int turn() {
      return carried ? 4 : kind.turn();
    }

    @Override
    void year(int y, Fate fate) {
      offered = planned[y];
      usable = fate.pence(offered * fate.share(comes));
      lost[0] = offered - usable;
    }
  }

  static final class Contract extends Stream {
    private final Source.PracticeContract contract;
    private final double[] rates;
    private final double[] heads;
    private final double all;
    private final int passedOn;
    private final int pooled;
    private final int disputed;
    private double heldBack;

    Contract(
        Source.PracticeContract source, List<PayingPractice> practices, Fate.Unknowns unknowns) {
      super(source, 3);
      contract = source;
      rates = Stream.pence(source.perHead());
      heads = Stream.heads(practices);
      all = practices.stream().mapToDouble(PayingPractice::patients).sum();
      passedOn =
          unknowns.unknown(source.title() + ": how much practices pass on", source.passedOn());
      pooled = unknowns.unknown(source.title() + ": how much of that is pooled", source.pooled());
      disputed =
          unknowns.unknown(source.title() + ": how much of that is in dispute", source.disputed());
    }

    @Override
    void begin(Fate fate) {
      super.begin(fate);
      heldBack = 0;
    }

    @Override
    void year(int y, Fate fate) {
      released = fate.pence(heldBack * contract.settled() / 100);
      offered = fate.pence(at(rates, y) * all);
      double passed = fate.pence(offered * fate.share(passedOn));
      double together = fate.pence(passed * fate.share(pooled));
      heldBack = fate.pence(together * fate.share(disputed));
      lost[0] = offered - passed;
      lost[1] = passed - together;
      lost[2] = heldBack;
      usable = together - heldBack + released;
    }

    @Override
    void byPractice(double[] into, Fate fate) {
      split(used, heads, all, into, fate);
    }
  }

  private static final class Allowance extends Stream {
    private final double[] share;
    private final double whole;
    private final int shrinks;
    private final int late;
    private final int slips;

    /** The allowance of the year for all patients. */
    private double left;

    private double slipped;

    Allowance(
        Source.AllowanceTransfer source, List<PayingPractice> practices, Fate.Unknowns unknowns) {
      super(source, 1);
      share = source.share().stream().mapToDouble(Double::doubleValue).toArray();
      whole =
          source.allowance().microPounds()
              / 10_000.0
              * practices.stream().mapToDouble(PayingPractice::patients).sum();
      shrinks = unknowns.unknown(source.title() + ": how fast it shrinks", source.shrinks());
      late = unknowns.unknown(source.title() + ": the chance that it is late", source.late());
      slips = unknowns.event(source.id() + " late");
    }

    @Override
    void begin(Fate fate) {
      super.begin(fate);
      left = whole;
      slipped = fate.happens(slips, fate.share(late));
    }

    @Override
    void year(int y, Fate fate) {
      if (y > 0) {
        left *= 1 - Math.clamp(fate.value(shrinks) / 100, -1, 1);
      }
      double now = at(share, y) / 100;
      double before = y == 0 ? 0 : at(share, y - 1) / 100;
      offered = fate.pence(left * now);
      usable = fate.pence(left * (now - slipped * Math.max(0, now - before)));
      lost[0] = offered - usable;
    }

    @Override
    int[] events() {
      return new int[] {slips};
    }

    @Override
    String luck() {
      return source.title() + ": whether it is late";
    }

    @Override
    double luckShare() {
      return slipped;
    }
  }
}
