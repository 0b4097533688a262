package moot.app.consent;

import moot.app.access.Seat;
import moot.app.journal.Deed;
import moot.app.journal.Journal;
import moot.app.web.ToldToVisitors;
import moot.register.PracticeCode;
import moot.voice.consent.Answer;
import org.springframework.stereotype.Component;

/**
 * Follows the conditions on which practices agree: the facilitator records that one is met, the
 * practice confirms it, and then it counts.
 */
@Component
class Conditions {
  private final Proposals proposals;
  private final ProposalStore store;
  private final AnswerStore answers;
  private final Settling settling;
  private final Journal journal;

  Conditions(
      Proposals proposals,
      ProposalStore store,
      AnswerStore answers,
      Settling settling,
      Journal journal) {
    this.proposals = proposals;
    this.store = store;
    this.answers = answers;
    this.settling = settling;
    this.journal = journal;
  }

  /** The facilitator records that the condition of an answer is met; the practice confirms. */
  boolean record(Seat seat, long id, PracticeCode practice, long answer) {
    return proposals.hold(
        seat,
        id,
        matter -> {
          if (!ConsentRights.mayRecordConditions(seat)) {
            throw new ToldToVisitors(
                403,
                "Only the facilitator records that a condition is met, and the practice then confirms it. Maybe ask the facilitator?");
          }
          matter.proposal().requireOpen();
          GivenAnswer given = condition(matter, practice, answer);
          if (given.recordedBy() != null) {
            return false;
          }
          answers.recordCondition(given.id(), seat);
          journal.write(
              seat,
              Deed.open(
                      "consent.condition.recorded",
                      matter.proposal().subject(),
                      matter.proposal().place(),
                      "recorded as met the condition on which %s agreed to “%s”"
                          .formatted(
                              matter.findPractice(practice).orElseThrow().name(),
                              matter.proposal().title()))
                  .with("practice", practice.value()));
          return true;
        });
  }

  /** The practice confirms that its condition is met, as the facilitator recorded. */
  boolean confirm(Seat seat, long id, long answer) {
    return proposals.hold(
        seat,
        id,
        matter -> {
          ProposedPractice practice = ConsentRights.requireAnswersFor(seat, matter);
          matter.proposal().requireOpen();
          GivenAnswer given = condition(matter, practice.code(), answer);
          if (given.confirmedBy() != null) {
            return false;
          }
          if (given.recordedBy() == null) {
            throw new ToldToVisitors(
                409,
                "The facilitator has not recorded yet that the condition is met. Maybe agree without a condition instead?");
          }
          answers.confirmCondition(given.id(), seat);
          Deed deed =
              Deed.open(
                      "consent.condition.confirmed",
                      matter.proposal().subject(),
                      matter.proposal().place(),
                      "confirmed that its condition for “%s” is met"
                          .formatted(matter.proposal().title()))
                  .with("practice", practice.code().value());
          settling.conclude(store.matter(matter.proposal()), () -> journal.write(seat, deed));
          return true;
        });
  }

  private static GivenAnswer condition(Matter matter, PracticeCode practice, long answer) {
    GivenAnswer given = matter.given().get(practice);
    if (given == null || given.id() != answer || !(given.answer() instanceof Answer.AgreesOn)) {
      throw new ToldToVisitors(
          409,
          "The practice has no such condition any more, so nothing was changed. Maybe it has answered otherwise since?");
    }
    return given;
  }
}
