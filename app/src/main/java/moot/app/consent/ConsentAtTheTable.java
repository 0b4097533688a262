package moot.app.consent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import moot.app.access.PartyKind;
import moot.app.access.Seat;
import moot.app.table.SubjectGate;
import moot.app.table.Waiting;
import moot.app.table.WaitingSource;
import moot.app.web.ToldToVisitors;
import moot.voice.consent.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What waits for a seat in consent, and who may talk about a proposal: all at its table. */
@Component
class ConsentAtTheTable implements WaitingSource, SubjectGate {
  private final ConsentDesk desk;

  ConsentAtTheTable(ConsentDesk desk) {
    this.desk = desk;
  }

  @Override
  public List<Waiting> listWaiting(Seat seat) {
    if (seat.party().place() == null) {
      return List.of();
    }
    List<Proposal> open = desk.list(seat).stream().filter(Proposal::isOpen).toList();
    if (seat.party().kind() == PartyKind.FACILITATOR && seat.role().edits()) {
      return open.stream().flatMap(proposal -> conditions(seat, proposal).stream()).toList();
    }
    if (!seat.role().signs()) {
      return List.of();
    }
    Set<Long> asking = desk.listAsking(seat);
    Map<Long, GivenAnswer> given = desk.answersOf(seat);
    return open.stream()
        .filter(proposal -> asking.contains(proposal.id()))
        .flatMap(proposal -> Optional.ofNullable(waiting(proposal, given)).stream())
        .toList();
  }

  private static @Nullable Waiting waiting(Proposal proposal, Map<Long, GivenAnswer> given) {
    GivenAnswer mine = given.get(proposal.id());
    String link = "/table/consent/" + proposal.id();
    if (mine == null) {
      return new Waiting(
          "Answer to “%s”".formatted(proposal.title()),
          proposal.words(),
          link,
          proposal.terms().closes());
    }
    return mine.answer() instanceof Answer.AgreesOn on && on.recorded() && !on.confirmed()
        ? new Waiting(
            "Confirm that your condition for “%s” is met".formatted(proposal.title()),
            on.condition(),
            link,
            proposal.terms().closes())
        : null;
  }

  private List<Waiting> conditions(Seat seat, Proposal proposal) {
    return desk.get(seat, proposal.id()).given().values().stream()
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
      Proposal proposal = desk.get(seat, Long.parseLong(id)).proposal();
      return Optional.of(new Sight(proposal.title(), "/table/consent/" + proposal.id()));
    } catch (ToldToVisitors notThere) {
      return Optional.empty();
    }
  }
}
