package moot.funding.management;

import java.math.BigDecimal;
import moot.funding.Money;
import moot.funding.Rate;

/** What a mix of sources has to keep to. */
public sealed interface Limit {
  /** In a practice manager's words. */
  String words();

  /** The same limit, looser by one {@linkplain #step() step}. */
  Limit looser();

  /** What one step of loosening is, in words, as in "another 10p a head". */
  String step();

  /** How large a step is: pounds, pounds a head, or points of a hundred. */
  double stepSize();

  /** No practice is asked for more than this a head and year. */
  record PerHeadFromPractices(Rate most) implements Limit {
    @Override
    public String words() {
      return "practices are asked for at most %s a head".formatted(most);
    }

    @Override
    public Limit looser() {
      return new PerHeadFromPractices(new Rate(most.microPounds() + 100_000));
    }

    @Override
    public String step() {
      return "another 10p a head";
    }

    @Override
    public double stepSize() {
      return 0.1;
    }
  }

  /**
   * From a year on, at least so much of what is used comes again as a rule.
   *
   * @param year 1 for the first
   */
  record RecurrentBy(int year, double percent) implements Limit {
    @Override
    public String words() {
      return "at least %s %% of the funding is recurrent from year %d on"
          .formatted(Uncertain.number(percent), year);
    }

    @Override
    public Limit looser() {
      return new RecurrentBy(year, Math.max(0, percent - 5));
    }

    @Override
    public String step() {
      return "5 points less of it recurrent";
    }

    @Override
    public double stepSize() {
      return 5;
    }
  }

  /**
   * No year is short by more than this; with nothing, there is no cliff.
   *
   * @param most a year
   */
  record ShortAtMost(Money most) implements Limit {
    @Override
    public String words() {
      return most.isZero() ? "no cliff" : "no year is short by more than %s".formatted(most);
    }

    @Override
    public Limit looser() {
      return new ShortAtMost(most.plus(Money.ofPounds(1_000)));
    }

    @Override
    public String step() {
      return "being short by another £1,000 a year";
    }

    @Override
    public double stepSize() {
      return 1_000;
    }
  }

  /** In each year at least so much of what is used passes through practices' hands. */
  record OwnershipAtLeast(double percent) implements Limit {
    @Override
    public String words() {
      return "at least %s %% passes through practices' hands".formatted(Uncertain.number(percent));
    }

    @Override
    public Limit looser() {
      return new OwnershipAtLeast(Math.max(0, percent - 5));
    }

    @Override
    public String step() {
      return "5 points less through practices' hands";
    }

    @Override
    public double stepSize() {
      return 5;
    }
  }

  /** In each year at most so much of what is used depends on extra services. */
  record ServicesAtMost(double percent) implements Limit {
    @Override
    public String words() {
      return "at most %s %% depends on extra services".formatted(Uncertain.number(percent));
    }

    @Override
    public Limit looser() {
      return new ServicesAtMost(Math.min(100, percent + 5));
    }

    @Override
    public String step() {
      return "5 points more from extra services";
    }

    @Override
    public double stepSize() {
      return 5;
    }
  }

  /**
   * In each year at most so much is used of a source.
   *
   * @param source its id in the scenario
   */
  record Budget(String source, Money most) implements Limit {
    @Override
    public String words() {
      return "at most %s a year of %s".formatted(most, source);
    }

    @Override
    public Limit looser() {
      return new Budget(source, most.plus(Money.ofPounds(1_000)));
    }

    @Override
    public String step() {
      return "another £1,000 a year of " + source;
    }

    @Override
    public double stepSize() {
      return 1_000;
    }
  }

  static Limit noCliff() {
    return new ShortAtMost(Money.ZERO);
  }

  /** From pounds in figures. */
  static Limit perHead(String pounds) {
    return new PerHeadFromPractices(Rate.ofPounds(new BigDecimal(pounds)));
  }
}
