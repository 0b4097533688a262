package moot.sample;

/**
 * What kind of neighbourhood a small area is. Means and multipliers are round figures chosen to
 * look like England's, not measured anywhere.
 */
enum Neighbourhood {
  INNER(52, 9, 0.45, 1.015),
  ESTATE(54, 6, 0.5, 1.005),
  STUDENT(21, 5, 0.6, 1.02),
  MIDDLE(25, 8, 0.55, 1.012),
  SUBURB(10, 4, 0.8, 1.01),
  TOWN(18, 7, 0.8, 1.01),
  PORT(36, 11, 0.7, 1.0),
  VILLAGE(13, 4, 2.0, 1.004),
  FEN(25, 5, 3.0, 0.995);

  /** Mean of the deprivation score. */
  final double need;

  final double needDeviation;

  /** Kilometres over which the pull of a surgery falls to about a third. */
  final double reach;

  /** How lists change in a year. */
  final double growth;

  Neighbourhood(double need, double needDeviation, double reach, double growth) {
    this.need = need;
    this.needDeviation = needDeviation;
    this.reach = reach;
    this.growth = growth;
  }

  /** How much more common an age is here than in England. */
  double ageMultiplier(int age) {
    return switch (this) {
      case INNER, ESTATE ->
          age < 10 ? 1.2 : age < 20 ? 1.05 : age < 40 ? 1.3 : age < 60 ? 0.95 : 0.65;
      case STUDENT ->
          age < 15 ? 0.35 : age < 20 ? 2.6 : age < 25 ? 6.5 : age < 30 ? 2 : age < 45 ? 0.7 : 0.3;
      case MIDDLE -> age < 20 ? 1 : age < 40 ? 1.15 : age < 60 ? 1 : 0.85;
      case SUBURB -> age < 20 ? 1.05 : age < 35 ? 0.75 : age < 75 ? 1.12 : 1.1;
      case TOWN -> age < 20 ? 1 : age < 35 ? 0.9 : age < 65 ? 1 : 1.18;
      case PORT -> age < 20 ? 0.98 : age < 35 ? 0.88 : age < 60 ? 0.98 : 1.25;
      case VILLAGE -> age < 20 ? 0.92 : age < 35 ? 0.65 : age < 55 ? 0.98 : 1.35;
      case FEN -> age < 20 ? 0.8 : age < 35 ? 0.6 : age < 55 ? 0.9 : 1.55;
    };
  }
}
