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

  static List<Change> of(Form form) {
    return switch (form) {
      case ALONE ->
          List.of(
              recalled(Matter.CONTRACT, "Each practice holds its own contract and list."),
              recalled(Matter.STAFF, "Each practice employs its own people."),
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
              judged(
                  Matter.STAFF,
                  "Shared people need an employer: a practice, a federation, a trust, or all"
                      + " practices jointly, with a share of what ends cost."),
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
              judged(Matter.STAFF, "The company employs shared people and carries their risks."),
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
                  Matter.SAY, "One partnership decides; a former practice has no vote as such."));
      case INTEGRATION ->
          List.of(
              judged(
                  Matter.CONTRACT,
                  "The contract is held or run by, or subcontracted to, a larger organisation."),
              recalled(
                  Matter.STAFF,
                  "Employment passes to that organisation with its terms (TUPE); partners may become"
                      + " employees."),
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
