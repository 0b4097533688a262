package moot.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that one file says. Facts are only ever added: what a later file says stands beside
 * what an earlier one said, and who asks says as of which day and as known on which day.
 */
public sealed interface Fact {

  /**
   * A party exists.
   *
   * @param code as published
   * @param name its name in this file, if the file names it
   */
  record Party(
      PartyKind kind,
      String code,
      @Nullable String name,
      @Nullable Role role,
      @Nullable Status status,
      Span span)
      implements Fact {}

  /**
   * One party stands in a relation to another.
   *
   * @param to the other's code; null when the file says that there is none (a practice in no
   *     network)
   */
  record Relation(RelationKind kind, String of, @Nullable String to, Span span) implements Fact {}

  /**
   * Where a practice's main site is.
   *
   * @param position null when the file gives only the postcode
   */
  record Site(
      PracticeCode practice, @Nullable Postcode postcode, @Nullable Position position, LocalDate on)
      implements Fact {}

  /**
   * A count of a practice's patients.
   *
   * @param patients whole, or an average over the period with two decimals
   * @param period one day for a count on that day, a year for the year's average
   */
  record PatientList(PracticeCode practice, ListKind kind, double patients, Span period)
      implements Fact {}

  /**
   * How deprived a practice's patients are.
   *
   * @param score on a scale on which more means more need; the index of multiple deprivation where
   *     a published file gives it
   */
  record Need(PracticeCode practice, double score, LocalDate on) implements Fact {}

  /** How many beds there are in the care homes that a practice looks after. */
  record CareHomeBeds(PracticeCode practice, int beds, LocalDate on) implements Fact {}

  /**
   * The contract that a practice holds of its own.
   *
   * @param kind GMS, PMS, APMS as the file has it; null for not said
   * @param outOfHours whether it is responsible for its patients out of hours itself; null for not
   *     said
   */
  record CoreContract(
      PracticeCode practice, @Nullable String kind, @Nullable Boolean outOfHours, LocalDate on)
      implements Fact {}

  /** How many of a practice's patients live in an area. */
  record AreaPatients(PracticeCode practice, LsoaCode area, int patients, LocalDate on)
      implements Fact {}

  /** How many of a network's patients live in an area; published by the network's name only. */
  record NetworkAreaPatients(String networkName, LsoaCode area, int patients, LocalDate on)
      implements Fact {}

  /**
   * How deprived an area is.
   *
   * @param score of the index of multiple deprivation, 0 to 100
   * @param decile 1 (most deprived) to 10
   */
  record AreaDeprivation(LsoaCode area, double score, int decile, LocalDate on) implements Fact {}

  /** The population-weighted centre of an area. */
  record AreaCentre(LsoaCode area, Position centre, LocalDate on) implements Fact {}

  /** Where a postcode is, and in which council's area. */
  record PostcodePoint(
      Postcode postcode, Position position, @Nullable CouncilCode council, LocalDate on)
      implements Fact {}

  /**
   * What a practice was paid under one heading in one financial year.
   *
   * @param line the heading, on one line
   * @param pence may be negative; 0 is not stated
   */
  record Payment(PracticeCode practice, String line, long pence, Span year) implements Fact {}
}
