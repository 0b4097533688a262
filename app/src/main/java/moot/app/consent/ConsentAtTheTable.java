package moot.app.consent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import moot.app.access.PartyKind;
import moot.app.access.Seat;
import moot.app.table.SubjectGate;
import moot.app.table.Waiting;
import moot.app.table.WaitingSource;
import moot.app.web.ToldToVisitors;
import moot.voice.consent.Answer;
import moot.voice.consent.Part;
import org.springframework.stereotype.Component;

/** What waits for a seat in consent, and who may talk about a proposal: all at its table. */
@Component
class ConsentAtTheTable implements WaitingSource, SubjectGate {
  private final Proposals proposals;
  private final Today today;

  ConsentAtTheTable(Proposals proposals, Today today) {
    this.proposals = proposals;
    this.today = today;
  }

  @Override
  public List<Waiting> listWaiting(Seat seat) {
    if (seat.party().place() == null) {
      return List.of();
    }
    List<Proposal> all = proposals.list(seat);
    if (seat.party().kind() == PartyKind.FACILITATOR && seat.role().edits()) {
      return all.stream()
          .filter(Proposal::isOpen)
          .flatMap(proposal -> conditions(seat, proposal).stream())
          .toList();
    }
    Map<Long, Part> parts = proposals.partsOf(seat);
    Map<Long, GivenAnswer> given = proposals.answersOf(seat);
    List<Waiting> waiting = new ArrayList<>();
    for (Proposal proposal : all) {
      Part part = parts.get(proposal.id());
      if (part == null) {
        continue;
      }
      if (part.isAsked() && proposal.isOpen() && seat.role().signs()) {
        answer(proposal, given).ifPresent(waiting::add);
      } else if (part == Part.TOLD) {
        notice(proposal, today.get()).ifPresent(waiting::add);
      }
    }
    return waiting;
  }

  /**
   * What a practice is told is to be read, not answered: as long as it may still come, and once it
   * is sealed until it holds.
   */
  private static Optional<Waiting> notice(Proposal proposal, LocalDate today) {
    LocalDate effective = proposal.terms().effective();
    boolean ahead = proposal.isSealed() && !effective.isBefore(today);
    return proposal.isOpen() || ahead
        ? Optional.of(
            new Waiting(
                (ahead ? "Read what was sealed: “%s”" : "Read what was put to others: “%s”")
                    .formatted(proposal.title()),
                proposal.words() + " You are told, and need not answer.",
                "/table/consent/" + proposal.id(),
                ahead ? effective : proposal.terms().closes()))
        : Optional.empty();
  }

  private static Optional<Waiting> answer(Proposal proposal, Map<Long, GivenAnswer> given) {
    GivenAnswer mine = given.get(proposal.id());
    String link = "/table/consent/" + proposal.id();
    if (mine == null) {
      return Optional.of(
          new Waiting(
              "Answer to “%s”".formatted(proposal.title()),
              proposal.words(),
              link,
              proposal.terms().closes()));
    }
    return mine.answer() instanceof Answer.AgreesOn on && on.recorded() && !on.confirmed()
        ? Optional.of(
            new Waiting(
                "Confirm that your condition for “%s” is met".formatted(proposal.title()),
                on.condition(),
                link,
                proposal.terms().closes()))
        : Optional.empty();
  }

  private List<Waiting> conditions(Seat seat, Proposal proposal) {
    return proposals.get(seat, proposal.id()).given().values().stream()
        .filter(given -> given.answer() instanceof Answer.AgreesOn on && !on.recorded())
        .map(
            given ->
                new Waiting(
                    "%s agrees to “%s” on a condition"
                        .formatted(given.practice(), proposal.title()),
                    ((Answer.AgreesOn) given.answer()).condition(),
                    "/table/consent/%d#%s".formatted(proposal.id(), given.practice()),
                    proposal.terms().closes()))
        .toList();
  }

  @Override
  public String kind() {
    return "proposal";
  }

  @Override
  public Optional<Sight> find(Seat seat, String id) {
    if (!id.matches("\\d{1,18}")) {
      return Optional.empty();
    }
    try {
      Proposal proposal = proposals.get(seat, Long.parseLong(id)).proposal();
      return Optional.of(new Sight(proposal.title(), "/table/consent/" + proposal.id()));
    } catch (ToldToVisitors notThere) {
      return Optional.empty();
    }
  }
}
