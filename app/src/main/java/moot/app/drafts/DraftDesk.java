package moot.app.drafts;

import moot.app.access.Seat;
import moot.app.journal.Deed;
import moot.app.journal.Journal;
import moot.app.web.ToldToVisitors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds drafts for those who may see them; shares and names them for those whose they are. */
@Component
class DraftDesk {
  static final int LONGEST_NAME = 100;

  private final DraftStore drafts;
  private final Journal journal;
  private final TransactionTemplate transaction;

  DraftDesk(DraftStore drafts, Journal journal, PlatformTransactionManager transactions) {
    this.drafts = drafts;
    this.journal = journal;
    this.transaction = new TransactionTemplate(transactions);
  }

  static String name(String name) {
    String called = name.strip();
    if (called.isEmpty() || called.length() > LONGEST_NAME) {
      throw new ToldToVisitors(
          400,
          "The name of the draft has %d characters: expected 1 to %d. Maybe say in a few words what it tries?"
              .formatted(called.length(), LONGEST_NAME));
    }
    return called;
  }

  /** The place at whose table somebody sits. */
  /** A draft that somebody on this seat may see. */
  Draft get(Seat seat, long id) {
    return drafts.find(id).filter(draft -> draft.isSeenBy(seat)).orElseThrow(() -> unknown(id));
  }

  static ToldToVisitors unknown(long id) {
    return new ToldToVisitors(
        404,
        "There is no draft %d at your table. Maybe it is another party's own, or the link is old?"
            .formatted(id));
  }

  DraftVersion getVersion(Draft draft, int number) {
    return drafts
        .findVersion(draft.id(), number)
        .orElseThrow(
            () ->
                new ToldToVisitors(
                    404,
                    "The draft has no version %d: expected 1 to %d. Maybe the link was cut short?"
                        .formatted(number, draft.latest())));
  }

  /** Lets all parties of the table see and change it. This cannot be taken back. */
  void share(Seat seat, long id) {
    seat.checkEdits();
    transaction.executeWithoutResult(
        status -> {
          Draft draft =
              drafts.findToChange(id).filter(d -> d.isSeenBy(seat)).orElseThrow(() -> unknown(id));
          if (!draft.isOf(seat)) {
            throw new ToldToVisitors(
                403,
                "The draft is %s's: expected one of your own party. Maybe make a copy?"
                    .formatted(draft.partyName()));
          }
          if (!draft.shared()) {
            drafts.share(id);
            journal.write(
                seat,
                Deed.open(
                        "draft.shared",
                        draft.subject(),
                        draft.place(),
                        "shared the draft “%s” with the table".formatted(draft.name()))
                    .with("version", Integer.toString(draft.current())));
          }
        });
  }

  void rename(Seat seat, long id, String name) {
    seat.checkEdits();
    String called = name(name);
    transaction.executeWithoutResult(
        status -> {
          Draft draft =
              drafts.findToChange(id).filter(d -> d.isSeenBy(seat)).orElseThrow(() -> unknown(id));
          if (!draft.isOf(seat)) {
            throw new ToldToVisitors(
                403,
                "The draft is %s's, and only they name it. Maybe make a copy?"
                    .formatted(draft.partyName()));
          }
          drafts.rename(id, called);
        });
  }
}
