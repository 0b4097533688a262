package moot.app.consent;

import moot.app.access.Seat;
import moot.app.journal.Deed;
import moot.app.journal.Journal;
import moot.app.web.ToldToVisitors;
import moot.voice.consent.Answer;
import org.springframework.stereotype.Component;

/** Takes the answers of practices; the one that brings the last seals. */
@Component
class Answering {
  private final Proposals proposals;
  private final ProposalStore store;
  private final AnswerStore answers;
  private final Settling settling;
  private final Journal journal;

  Answering(
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

  /**
   * Takes an answer.
   *
   * @param after the answer that stood when the form was shown, 0 for none: an answer that is sent
   *     twice counts once, and one that is sent again later changes nothing
   * @return whether anything changed
   */
  boolean answer(Seat seat, long id, Answer answer, long after) {
    answer
        .problem()
        .ifPresent(
            problem -> {
              throw new ToldToVisitors(400, problem);
            });
    return proposals.hold(
        seat,
        id,
        matter -> {
          ProposedPractice practice = ConsentRights.requireAnswersFor(seat, matter);
          matter.proposal().requireOpen();
          GivenAnswer now = matter.given().get(practice.code());
          if (now != null && now.answer().saysTheSameAs(answer)) {
            return false;
          }
          if ((now == null ? 0 : now.id()) != after) {
            throw new ToldToVisitors(
                409,
                "%s has answered since this form was shown, so nothing was changed. Maybe it was sent before, or somebody else of the practice was faster?"
                    .formatted(practice.name()));
          }
          answers.add(id, practice.code(), answer, now == null ? null : now.id(), seat);
          Deed deed = deed(matter.proposal(), practice, answer);
          settling.conclude(store.matter(matter.proposal()), () -> journal.write(seat, deed));
          return true;
        });
  }

  private static Deed deed(Proposal proposal, ProposedPractice practice, Answer answer) {
    String title = "“" + proposal.title() + "”";
    Deed deed =
        switch (answer) {
          case Answer.Agrees yes -> open(proposal, "agreed to " + title).with("answer", "agrees");
          case Answer.AgreesOn on ->
              open(proposal, "agreed on a condition to " + title)
                  .with("answer", "agrees on a condition")
                  .with("condition", on.condition());
          case Answer.Objects no ->
              open(proposal, "objected to " + title)
                  .with("answer", "objects")
                  .with("reason", no.reason());
        };
    return deed.with("practice", practice.code().value())
        .with("patients", Integer.toString(practice.patients()));
  }

  private static Deed open(Proposal proposal, String words) {
    return Deed.open("consent.given", proposal.subject(), proposal.place(), words);
  }
}
