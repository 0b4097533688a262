package moot.papers;

import java.time.LocalDate;
import java.util.List;
import moot.formation.Plan;
import org.jspecify.annotations.Nullable;

/**
 * What is handed in when networks have been agreed: for each its members, their lists, its area,
 * who directs it and who is paid.
 *
 * @param subject which proposal it comes from, for example "Proposal 12"
 * @param asked what the practices were asked, in words
 * @param rule by which it was decided, as sentences
 * @param result how it was decided, as sentences
 * @param sealedOn the day on which the rule was met
 * @param effectiveOn the first day on which it holds
 * @param listDay the 1 January whose registered lists count
 * @param steps what changes for whom, in words
 * @param networks all that there are from then on, or all that a change touches
 * @param plan for the maps, its networks called by their names; null where no site is known
 * @param journalEntry of the sealing, its number
 * @param journalHash of the sealing, in the journal's chain
 */
public record RegistrationPack(
    String placeCode,
    String placeName,
    String title,
    String subject,
    String asked,
    List<String> rule,
    List<String> result,
    LocalDate sealedOn,
    LocalDate effectiveOn,
    LocalDate listDay,
    List<String> steps,
    List<Network> networks,
    @Nullable Plan plan,
    @Nullable Long journalEntry,
    @Nullable String journalHash) {
  public RegistrationPack {
    rule = List.copyOf(rule);
    result = List.copyOf(result);
    steps = List.copyOf(steps);
    networks = List.copyOf(networks);
  }

  /**
   * A network.
   *
   * @param provisional whether the code is one of our own, until ODS gives one
   * @param clinicalDirector null when not yet named
   * @param nominatedPayee null when not yet named
   */
  public record Network(
      String name,
      String code,
      boolean provisional,
      @Nullable String clinicalDirector,
      @Nullable String nominatedPayee,
      List<Member> members) {
    public Network {
      members = List.copyOf(members);
    }
  }

  /**
   * A core network practice.
   *
   * @param before its network until then, in words
   * @param list its registered list; null where the register has none
   */
  public record Member(String code, String name, String before, @Nullable RegisteredList list) {}

  /**
   * A registered list.
   *
   * @param on the day on which it was counted
   * @param source the file that says so, with its extract date
   */
  public record RegisteredList(int patients, LocalDate on, String source) {}
}
