package moot.papers;

import java.util.List;

/**
 * The seven schedules that a network agreement has beside its national clauses, as an outline to
 * complete. The numbers and subjects are those in use since 2019; the questions under each are
 * Moot's own, and no legal text.
 */
public final class NetworkAgreementOutline {
  private NetworkAgreementOutline() {}

  /** What stands above the outline wherever it is shown. */
  public static final String NOTE =
      "This outline is Moot's own: it names what the seven schedules of a network agreement are"
          + " about and asks what members have to settle in each. It is no legal text and does not"
          + " replace the national agreement.";

  /**
   * One schedule.
   *
   * @param questions what its members have to write down
   */
  public record Schedule(int number, String title, List<String> questions) {}

  public static final List<Schedule> SCHEDULES =
      List.of(
          new Schedule(
              1,
              "Network specifics",
              List.of(
                  "Name, area and member practices (as on the pages before)",
                  "Clinical director, and how one is appointed and replaced",
                  "Nominated payee",
                  "Meetings: how often, who calls them, how many members make a quorum",
                  "Decisions: who has which vote, and what needs all members")),
          new Schedule(
              2,
              "Additional terms",
              List.of(
                  "What the members agree beyond the national clauses",
                  "Joining, leaving and expelling; what a leaver still owes and is owed")),
          new Schedule(
              3,
              "Activities",
              List.of(
                  "Which practice delivers which service, for whose patients and when",
                  "Extended hours, home visits, care homes: who covers whom")),
          new Schedule(
              4,
              "Financial arrangements",
              List.of(
                  "How the nominated payee holds, reports and passes on each payment",
                  "How costs, surpluses and losses are shared among members")),
          new Schedule(
              5,
              "Workforce",
              List.of(
                  "Who employs staff in additional roles, and on whose behalf",
                  "Where they work, who supervises them, and who is liable for what")),
          new Schedule(
              6,
              "Insolvency events",
              List.of("What happens when a member or the nominated payee cannot pay its debts")),
          new Schedule(
              7,
              "Arrangements with organisations outside the network",
              List.of(
                  "Federations, trusts, pharmacies, voluntary and care providers: what each does",
                  "What each is paid, and which data it sees")));
}
