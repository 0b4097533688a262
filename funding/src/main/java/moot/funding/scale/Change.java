package moot.funding.scale;

import java.util.List;
import moot.funding.Mark;
import org.jspecify.annotations.Nullable;

/**
 * What a form changes for a practice in one respect.
 *
 * @param mark for a fact how sure we are; null for a judgement
 * @param whose the page of a fact, or whose judgement it is
 */
public record Change(Matter matter, String statement, @Nullable Mark mark, String whose) {
  /** In what respect. */
  public enum Matter {
    CONTRACT("contract"),
    STAFF("staff"),
    PREMISES("premises"),
    IT("IT"),
    SAY("say");

    private final String words;

    Matter(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  public boolean isJudgement() {
    return mark == null;
  }

  private static final String LEXOLOGY = "lexology.com, on the network contract of 2019";
  private static final String FAQ =
      "NHS England, questions on primary care networks, May 2019 (england.nhs.uk)";

  private static final String PULSE =
      "pulsetoday.co.uk and managementinpractice.com, on neighbourhood contracts, July 2025";
  private static final String VARIATION =
      "pulsepcn.co.uk and ockham.healthcare, on local variation agreements, 2026";
  private static final String AGREEMENT =
      "drsolicitors.com and ockham.healthcare, on what networks signed by 30 June 2019";

  static List<Change> of(Form form) {
    return switch (form) {
      case ALONE ->
          List.of(
              recalled(Matter.CONTRACT, "Each practice holds its own contract and list."),
              recalled(Matter.STAFF, "Each practice employs its own people."),
              recalled(
                  Matter.PREMISES,
                  "Each practice owns or rents its premises; much of the rent is reimbursed."),
              recalled(
                  Matter.IT,
                  "Each practice has its own clinical system and answers for its records."),
              judged(Matter.SAY, "The partners decide; nobody speaks for all practices together."));
      case NETWORK ->
          List.of(
              new Change(
                  Matter.CONTRACT,
                  "Each practice keeps its contract. The network agreement binds by law; the"
                      + " network itself is no legal entity.",
                  Mark.READ,
                  LEXOLOGY),
              new Change(
                  Matter.CONTRACT,
                  "A network has at least 30,000 patients, unless the commissioner waives it.",
                  Mark.READ,
                  FAQ),
              new Change(
                  Matter.CONTRACT,
                  "A local variation of what the network contract asks needs each practice's own"
                      + " agreement.",
                  Mark.READ_TWICE,
                  VARIATION),
              judged(
                  Matter.STAFF,
                  "Shared people need an employer: a practice, a federation, a trust, or all"
                      + " practices jointly, with a share of what ends cost."),
              judged(
                  Matter.PREMISES,
                  "Premises stay with the practices; rooms for shared people are lent or charged"
                      + " for."),
              new Change(
                  Matter.IT,
                  "Practices keep their systems; a data sharing agreement is signed before records"
                      + " are seen across them.",
                  Mark.READ_TWICE,
                  AGREEMENT),
              recalled(
                  Matter.SAY,
                  "How practices vote is not laid down nationally; their agreement says it."));
      case FEDERATION ->
          List.of(
              new Change(
                  Matter.CONTRACT,
                  "Each practice keeps its contract; the federation cannot be the network, but may"
                      + " work for it.",
                  Mark.READ,
                  LEXOLOGY),
              judged(
                  Matter.CONTRACT,
                  "The company may hold contracts of its own for services; its practices stand"
                      + " behind them as owners, not as contractors."),
              judged(Matter.STAFF, "The company employs shared people and carries their risks."),
              judged(
                  Matter.PREMISES,
                  "The company rents what it needs; practices' premises stay theirs."),
              judged(
                  Matter.IT,
                  "The company has systems of its own for shared services and needs access to each"
                      + " practice's records by agreement."),
              judged(
                  Matter.SAY,
                  "Practices speak as owners: a board decides from day to day, one step further"
                      + " from each partner."));
      case MERGER ->
          List.of(
              judged(
                  Matter.CONTRACT,
                  "Contracts and lists become one where the commissioner agrees; there is no easy"
                      + " way back."),
              recalled(
                  Matter.STAFF,
                  "Everyone's employment passes to the merged practice with its terms (TUPE)."),
              judged(
                  Matter.PREMISES,
                  "Leases and ownership pass to the merged partnership or are let to it; surgeries"
                      + " become branches, and closing one needs the commissioner's agreement."),
              judged(
                  Matter.IT,
                  "One clinical system and one list: records are put together once, at a cost and a"
                      + " risk."),
              judged(
                  Matter.SAY, "One partnership decides; a former practice has no vote as such."));
      case INTEGRATION ->
          List.of(
              judged(
                  Matter.CONTRACT,
                  "The contract is held or run by, or subcontracted to, a larger organisation; what"
                      + " partners held for life becomes a term with an end."),
              new Change(
                  Matter.CONTRACT,
                  "Contracts for neighbourhoods of about 50,000 and for several of them, about"
                      + " 250,000, were announced; boards may let them to trusts and others.",
                  Mark.READ_TWICE,
                  PULSE),
              recalled(
                  Matter.STAFF,
                  "Employment passes to that organisation with its terms (TUPE); partners may become"
                      + " employees."),
              judged(
                  Matter.PREMISES,
                  "That organisation takes over leases and upkeep, or rents from partners who stay"
                      + " as landlords; its estate decides what is closed or put together."),
              judged(
                  Matter.IT,
                  "Its network, support and rules on information hold; a system for general"
                      + " practice is still needed beside its own."),
              judged(
                  Matter.SAY,
                  "Decisions lie with a board on which general practice is one voice of several."));
    };
  }

  private static Change recalled(Matter matter, String statement) {
    return new Change(matter, statement, Mark.RECALLED, "recalled; not found in a published page");
  }

  private static Change judged(Matter matter, String statement) {
    return new Change(matter, statement, null, "judgement of Moot's");
  }
}
