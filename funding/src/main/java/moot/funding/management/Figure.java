package moot.funding.management;

/** What is told of each year, as a range where a scenario is drawn. */
public enum Figure {
  NEED("need", Unit.PENCE),
  FUNDED("funded", Unit.PENCE),
  SHORT("short", Unit.PENCE),
  CARRIED("carried forward", Unit.PENCE),
  FROM_PRACTICES("from practices' own money", Unit.PENCE),
  FROM_PRACTICES_A_HEAD("from practices' own money, a head", Unit.PENCE),
  /** What comes again as a rule, of what is needed: less funding never makes it look better. */
  RECURRENT("recurrent money, share of need", Unit.PERCENT),
  RECURRENT_OF_FUNDING("recurrent money, share of funding", Unit.PERCENT),
  OWNERSHIP("ownership share", Unit.PERCENT),
  SERVICES("share that depends on extra services", Unit.PERCENT),
  TAKE_UP("take-up", Unit.PERCENT);

  public enum Unit {
    /** Pence; with parts of a penny where it is an average or a head's share. */
    PENCE,
    PERCENT
  }

  private final String words;
  private final Unit unit;

  Figure(String words, Unit unit) {
    this.words = words;
    this.unit = unit;
  }

  public String words() {
    return words;
  }

  public Unit unit() {
    return unit;
  }

  double of(Books books, long patients) {
    return switch (this) {
      case NEED -> books.need;
      case FUNDED -> books.used();
      case SHORT -> books.gap;
      case CARRIED -> books.carriedOut();
      case FROM_PRACTICES -> books.used(Source.Kind.PRACTICES);
      case FROM_PRACTICES_A_HEAD -> books.used(Source.Kind.PRACTICES) / patients;
      case RECURRENT -> books.need == 0 ? Double.NaN : 100 * books.recurrent() / books.need;
      case RECURRENT_OF_FUNDING -> books.recurrentShare();
      case OWNERSHIP -> books.ownershipShare();
      case SERVICES -> books.servicesShare();
      case TAKE_UP -> books.takeUp();
    };
  }
}
