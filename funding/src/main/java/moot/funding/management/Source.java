package moot.funding.management;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import moot.funding.Money;
import moot.funding.Rate;

/**
 * A way to pay for the management. Where something is given by year, the list holds one value for
 * all years or one for each.
 */
public sealed interface Source {
  /** Unique in its scenario. */
  String id();

  String title();

  Stated stated();

  Kind kind();

  /** Whether it comes again as a rule. */
  default boolean recurrent() {
    return kind() != Kind.TRANSFORMATION;
  }

  /** The five ways. */
  enum Kind {
    MARGIN(
        "margin on services",
        0,
        3,
        "surplus of services that could go back into them",
        "stays with the services"),
    PRACTICES("practices' own money", 100, 5, "income of the practices", "is not called up"),
    TRANSFORMATION("transformation funds", 0, 0, "changing how care is given, once", "lapses"),
    CONTRACT(
        "through the practice contract",
        100,
        2,
        "whatever else practices would do with it",
        "stays with the practices"),
    ALLOWANCE(
        "transfer of the running-cost allowance",
        0,
        1,
        "the commissioner's own running",
        "stays with the commissioner");

    private final String words;
    private final int hands;
    private final int turn;
    private final String otherUse;
    private final String unused;

    Kind(String words, int hands, int turn, String otherUse, String unused) {
      this.words = words;
      this.hands = hands;
      this.turn = turn;
      this.otherUse = otherUse;
      this.unused = unused;
    }

    /** As written in scenario files and shown. */
    public String words() {
      return words;
    }

    /** Percent of it that passes through practices' hands, unless a scenario says otherwise. */
    public int hands() {
      return hands;
    }

    /**
     * When it is called upon: what would lapse first, then what is paid anyway, then what was
     * carried forward (4), and practices' own money last.
     */
    int turn() {
      return turn;
    }

    /** What the money would be for if not for this. */
    public String otherUse() {
      return otherUse;
    }

    /** What becomes of money that is not needed. */
    public String unused() {
      return unused;
    }

    public static Optional<Kind> find(String words) {
      return Arrays.stream(values()).filter(kind -> kind.words.equals(words)).findFirst();
    }
  }

  /**
   * A margin on additional services. Loading the price costs chances of winning them: at the
   * competitor's price the chance is {@code evenChance}, and it falls by {@code elasticity} percent
   * for each percent above it: {@code even × (competitor ÷ price)^elasticity}, never over 100 %.
   *
   * @param volume what the services cost to provide, by year
   * @param demand percent of the volume that is bought
   * @param margin percent of that cost, loaded on the price
   * @param competitor the competitor's price in percent of our cost
   * @param evenChance of winning at the competitor's price, in percent
   * @param term for how many years the services are won or lost
   */
  record ServiceMargin(
      String id,
      String title,
      List<Money> volume,
      Uncertain demand,
      double margin,
      Uncertain competitor,
      Uncertain evenChance,
      Uncertain elasticity,
      int term,
      Stated stated)
      implements Source {
    public ServiceMargin {
      volume = List.copyOf(volume);
    }

    @Override
    public Kind kind() {
      return Kind.MARGIN;
    }

    /** Our price in percent of our cost. */
    public double price() {
      return 100 + margin;
    }

    /** The chance of winning, from 0 to 1. */
    public static double chance(double even, double competitor, double price, double elasticity) {
      return Math.clamp(even / 100 * Math.pow(competitor / price, elasticity), 0, 1);
    }

    /** The chance of winning at the likely values, from 0 to 1. */
    public double likelyChance() {
      return chance(evenChance.likely(), competitor.likely(), price(), elasticity.likely());
    }
  }

  /**
   * Practices pay a sum a head from what they earn. Each pays or not by its willingness, and never
   * more than its headroom. Who does not pay still has the management: a free rider.
   *
   * @param perHead what all are asked for, by year
   * @param willingness percent; of a practice with its own, only the distance from the likely value
   *     counts
   * @param headroom of practices without their own
   * @param unravelling percent by which willingness falls when nobody paid the year before; in
   *     proportion when some did not
   */
  record PracticesMoney(
      String id,
      String title,
      List<Rate> perHead,
      Uncertain willingness,
      Rate headroom,
      double unravelling,
      Stated stated)
      implements Source {
    public PracticesMoney {
      perHead = List.copyOf(perHead);
    }

    @Override
    public Kind kind() {
      return Kind.PRACTICES;
    }

    /** A practice's willingness in percent when that of all practices is {@code common}. */
    double willingness(PayingPractice practice, double common) {
      double shifted =
          practice.willingness() == null
              ? common
              : practice.willingness() + common - willingness.likely();
      return Math.clamp(shifted, 0, 100);
    }

    Rate headroom(PayingPractice practice) {
      return practice.headroom() == null ? headroom : practice.headroom();
    }
  }

  /**
   * Money for a few years that does not come again.
   *
   * @param perHead by year from the first; nothing after the end of the list
   * @param sums in addition, by year from the first; nothing after the end of the list
   * @param comes percent of it that comes in the end
   * @param carried whether what is not needed in a year may be used in later ones
   */
  record Transformation(
      String id,
      String title,
      List<Rate> perHead,
      List<Money> sums,
      Uncertain comes,
      boolean carried,
      Stated stated)
      implements Source {
    public Transformation {
      perHead = List.copyOf(perHead);
      sums = List.copyOf(sums);
    }

    @Override
    public Kind kind() {
      return Kind.TRANSFORMATION;
    }
  }

  /**
   * A payment of the practice contract meant for the network.
   *
   * @param perHead by year
   * @param passedOn percent that practices pass on; they keep the rest
   * @param pooled percent of what is passed on that is pooled; the rest is used by each alone and
   *     pays for nothing shared
   * @param disputed percent of what is pooled that is held back because somebody disputes it
   * @param settled percent of what was held back that is paid a year later
   */
  record PracticeContract(
      String id,
      String title,
      List<Rate> perHead,
      Uncertain passedOn,
      Uncertain pooled,
      Uncertain disputed,
      double settled,
      Stated stated)
      implements Source {
    public PracticeContract {
      perHead = List.copyOf(perHead);
    }

    @Override
    public Kind kind() {
      return Kind.CONTRACT;
    }
  }

  /**
   * A share of what the commissioner may spend on its own running.
   *
   * @param allowance a head in the first year
   * @param shrinks percent a year by which the allowance becomes smaller
   * @param share percent that is transferred, by year
   * @param late the chance in percent that the timetable slips by a year
   */
  record AllowanceTransfer(
      String id,
      String title,
      Rate allowance,
      Uncertain shrinks,
      List<Double> share,
      Uncertain late,
      Stated stated)
      implements Source {
    public AllowanceTransfer {
      share = List.copyOf(share);
    }

    @Override
    public Kind kind() {
      return Kind.ALLOWANCE;
    }
  }

  /** The value of a year, the list holding one for all years or one for each. */
  static <T> T of(List<T> byYear, int year) {
    return byYear.get(byYear.size() == 1 ? 0 : year);
  }
}
