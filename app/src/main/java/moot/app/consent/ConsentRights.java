package moot.app.consent;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import moot.app.access.PartyKind;
import moot.app.access.Seat;
import moot.app.web.ToldToVisitors;
import moot.register.PracticeCode;

/** Who may do what with a proposal, beyond what the table of routes says of all proposals. */
final class ConsentRights {
  private static final Set<PartyKind> MAY_PUT =
      Set.of(PartyKind.FACILITATOR, PartyKind.SYSTEM, PartyKind.FEDERATION, PartyKind.PRACTICE);

  private ConsentRights() {}

  static boolean mayPut(Seat seat) {
    return seat.role().edits()
        && seat.party().place() != null
        && MAY_PUT.contains(seat.party().kind());
  }

  static void requireMayPut(Seat seat) {
    if (!mayPut(seat)) {
      throw new ToldToVisitors(
          403,
          "As %s of a %s nobody can put a proposal; expected an editor of a practice, federation, board or facilitator. Maybe ask one of them?"
              .formatted(seat.role().words(), seat.party().kind().words()));
    }
  }

  static boolean mayWithdraw(Seat seat, Proposal proposal) {
    return seat.role().edits()
        && (seat.party().id() == proposal.putByParty()
            || seat.party().kind() == PartyKind.FACILITATOR);
  }

  static boolean mayRecordConditions(Seat seat) {
    return seat.role().edits() && seat.party().kind() == PartyKind.FACILITATOR;
  }

  /** Its member practices, and the network itself. */
  static boolean mayName(Seat seat, Matter matter, ProposedNetwork network) {
    if (!seat.role().edits()) {
      return false;
    }
    return switch (seat.party().kind()) {
      case PRACTICE ->
          matter
              .findPractice(new PracticeCode(seat.party().code()))
              .map(practice -> Objects.equals(practice.network(), network.nr()))
              .orElse(false);
      case NETWORK -> seat.party().code().equals(network.code());
      default -> false;
    };
  }

  /** The practice for which somebody may answer here, if there is one. */
  static Optional<ProposedPractice> answersFor(Seat seat, Matter matter) {
    return seat.party()
        .practice()
        .flatMap(matter::findPractice)
        .filter(ProposedPractice::isAsked)
        .filter(practice -> seat.role().signs());
  }

  static ProposedPractice requireAnswersFor(Seat seat, Matter matter) {
    return answersFor(seat, matter)
        .orElseThrow(
            () ->
                new ToldToVisitors(
                    403,
                    "As %s of %s nobody can answer here; expected an authorised signatory of a practice that is asked. Maybe switch to another of your seats?"
                        .formatted(seat.role().words(), seat.party().name())));
  }
}
