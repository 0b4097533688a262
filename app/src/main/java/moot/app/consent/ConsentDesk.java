package moot.app.consent;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import moot.app.access.Seat;
import moot.app.journal.Deed;
import moot.app.journal.Journal;
import moot.app.web.ToldToVisitors;
import moot.register.PlaceCode;
import moot.register.PracticeCode;
import moot.voice.consent.Answer;
import moot.voice.consent.Change;
import moot.voice.consent.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts proposals, takes answers, and ends proposals by their rule. Each of these is one transaction
 * that also writes the journal; the one that brings the last answer seals.
 */
@Component
class ConsentDesk {
  private static final int LONGEST_TITLE = 100;
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_WORDS = 1_000;
  private static final int LONGEST_WAIT_YEARS = 2;

  /** By rule, and by nobody. */
  private static final String BY_RULE = "Moot";

  private final ConsentStore store;
  private final Putting putting;
  private final Sealing sealing;
  private final Journal journal;
  private final Supplier<@Nullable ProposedPlans> plans;
  private final TransactionTemplate transaction;
  private final Clock clock;

  @Autowired
  ConsentDesk(
      ConsentStore store,
      Putting putting,
      Sealing sealing,
      Journal journal,
      ObjectProvider<ProposedPlans> plans,
      PlatformTransactionManager transactions) {
    this(
        store,
        putting,
        sealing,
        journal,
        plans::getIfAvailable,
        transactions,
        Clock.systemDefaultZone());
  }

  ConsentDesk(
      ConsentStore store,
      Putting putting,
      Sealing sealing,
      Journal journal,
      Supplier<@Nullable ProposedPlans> plans,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.store = store;
    this.putting = putting;
    this.sealing = sealing;
    this.journal = journal;
    this.plans = plans;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  // Looking.

  List<Proposal> list(Seat seat) {
    settleOverdue();
    return store.list(place(seat));
  }

  Matter get(Seat seat, long id) {
    settleOverdue();
    return store.matter(ofThisTable(seat, id, store.find(id)));
  }

  /** What this seat's practice said, by proposal; nothing for other parties. */
  Map<Long, GivenAnswer> answersOf(Seat seat) {
    return seat.party()
        .practice()
        .map(practice -> store.answersOf(practice, place(seat)))
        .orElse(Map.of());
  }

  /** In which proposals this seat's practice is asked. */
  Set<Long> listAsking(Seat seat) {
    return seat.party()
        .practice()
        .map(practice -> Set.copyOf(store.listAsking(practice, place(seat))))
        .orElse(Set.of());
  }

  /** The drafts that can be put. */
  List<ProposedPlans.Shared> listDrafts(Seat seat) {
    ProposedPlans from = plans.get();
    return from == null || !ConsentRights.mayPut(seat) ? List.of() : from.listShared(seat);
  }

  // Putting.

  long putPlan(Seat seat, long draft, Terms terms) {
    requireMayPut(seat);
    check(terms);
    ProposedPlans from = plans.get();
    ProposedPlans.Assignment assignment =
        Optional.ofNullable(from)
            .flatMap(drafts -> drafts.findShared(seat, draft))
            .orElseThrow(
                () ->
                    new ToldToVisitors(
                        404,
                        "There is no shared draft %d at this table. Maybe it is not shared yet?"
                            .formatted(draft)));
    PlaceCode place = place(seat);
    return put(seat, terms, putting.plan(place, assignment, today(), terms.effective()));
  }

  long putChange(Seat seat, Change change, Terms terms) {
    requireMayPut(seat);
    check(terms);
    PlaceCode place = place(seat);
    return put(seat, terms, putting.change(place, change, today(), terms.effective()));
  }

  private long put(Seat seat, Terms terms, Putting.Frozen frozen) {
    return within(
        () -> {
          long id =
              store.add(
                  new ConsentStore.New(
                      place(seat),
                      frozen.placeName(),
                      frozen.kind(),
                      terms,
                      frozen.words(),
                      frozen.origin(),
                      today(),
                      frozen.listsWords()),
                  seat);
          for (ProposedNetwork network : frozen.networks()) {
            store.add(
                id,
                network.provisional()
                    ? new ProposedNetwork(
                        network.nr(),
                        network.name(),
                        Putting.provisional(id, network.nr()),
                        true,
                        null,
                        null)
                    : network);
          }
          frozen.practices().forEach(practice -> store.add(id, practice));
          journal.write(
              seat,
              Deed.open(
                      "consent.put",
                      Proposal.subject(id),
                      place(seat),
                      "put “%s” to %d practices"
                          .formatted(
                              terms.title(),
                              frozen.practices().stream()
                                  .filter(ProposedPractice::isAsked)
                                  .count()))
                  .with("asked", frozen.words())
                  .with("rule", terms.rule().inFull())
                  .with("closes", terms.closes().toString())
                  .with("effective", terms.effective().toString()));
          return id;
        });
  }

  private void requireMayPut(Seat seat) {
    if (!ConsentRights.mayPut(seat)) {
      throw new ToldToVisitors(
          403,
          "As %s of a %s nobody can put a proposal; expected an editor of a practice, federation, board or facilitator. Maybe ask one of them?"
              .formatted(seat.role().words(), seat.party().kind().words()));
    }
  }

  private void check(Terms terms) {
    if (terms.title().isBlank() || terms.title().length() > LONGEST_TITLE) {
      throw wrong(
          "The title has %d characters; expected 1 to %d. Maybe shorten it?"
              .formatted(terms.title().length(), LONGEST_TITLE));
    }
    if (terms.closes().isBefore(today())) {
      throw wrong(
          "The closing date %s is over; expected today or later. Maybe the year is mistyped?"
              .formatted(terms.closes().format(Putting.DAY)));
    }
    if (terms.effective().isBefore(terms.closes())) {
      throw wrong(
          "The effective date %s is before the closing date %s; expected it on that day or later. Maybe the two are swapped?"
              .formatted(
                  terms.effective().format(Putting.DAY), terms.closes().format(Putting.DAY)));
    }
    if (terms.effective().isAfter(today().plusYears(LONGEST_WAIT_YEARS))) {
      throw wrong(
          "The effective date %s is more than two years away. Maybe the year is mistyped?"
              .formatted(terms.effective().format(Putting.DAY)));
    }
  }

  // Answering.

  /**
   * Takes an answer.
   *
   * @param after the answer that stood when the form was shown, 0 for none: an answer that is sent
   *     twice counts once, and one that is sent again later changes nothing
   * @return whether anything changed
   */
  boolean answer(Seat seat, long id, Answer answer, long after) {
    checkWords(answer);
    settleOverdue();
    return within(
        () -> {
          Matter matter = held(seat, id);
          ProposedPractice practice = requireAsked(seat, matter);
          requireOpen(matter.proposal());
          GivenAnswer now = matter.given().get(practice.code());
          if (now != null && isSame(now.answer(), answer)) {
            return false;
          }
          if ((now == null ? 0 : now.id()) != after) {
            throw new ToldToVisitors(
                409,
                "%s has answered since this form was shown, so nothing was changed. Maybe it was sent before, or somebody else of the practice was faster?"
                    .formatted(practice.name()));
          }
          store.answer(id, practice.code(), answer, now == null ? null : now.id(), seat);
          Deed deed = deed(matter.proposal(), practice, answer);
          conclude(store.matter(matter.proposal()), () -> journal.write(seat, deed));
          return true;
        });
  }

  /** The facilitator records that the condition of an answer is met; the practice confirms. */
  boolean recordCondition(Seat seat, long id, PracticeCode practice, long answer) {
    settleOverdue();
    return within(
        () -> {
          Matter matter = held(seat, id);
          if (!ConsentRights.mayRecordConditions(seat)) {
            throw new ToldToVisitors(
                403,
                "Only the facilitator records that a condition is met, and the practice then confirms it. Maybe ask the facilitator?");
          }
          requireOpen(matter.proposal());
          GivenAnswer given = condition(matter, practice, answer);
          if (given.recordedBy() != null) {
            return false;
          }
          store.recordCondition(given.id(), seat);
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
  boolean confirmCondition(Seat seat, long id, long answer) {
    settleOverdue();
    return within(
        () -> {
          Matter matter = held(seat, id);
          ProposedPractice practice = requireAsked(seat, matter);
          requireOpen(matter.proposal());
          GivenAnswer given = condition(matter, practice.code(), answer);
          if (given.confirmedBy() != null) {
            return false;
          }
          if (given.recordedBy() == null) {
            throw new ToldToVisitors(
                409,
                "The facilitator has not recorded yet that the condition is met. Maybe agree without a condition instead?");
          }
          store.confirmCondition(given.id(), seat);
          Deed deed =
              Deed.open(
                      "consent.condition.confirmed",
                      matter.proposal().subject(),
                      matter.proposal().place(),
                      "confirmed that its condition for “%s” is met"
                          .formatted(matter.proposal().title()))
                  .with("practice", practice.code().value());
          conclude(store.matter(matter.proposal()), () -> journal.write(seat, deed));
          return true;
        });
  }

  /** Ends a proposal without a result. */
  boolean withdraw(Seat seat, long id, String reason) {
    String why = reason.strip();
    if (why.isEmpty() || why.length() > LONGEST_WORDS) {
      throw wrong(
          "The reason has %d characters; expected 1 to %,d. Maybe say in a sentence why it is withdrawn?"
              .formatted(why.length(), LONGEST_WORDS));
    }
    settleOverdue();
    return within(
        () -> {
          Matter matter = held(seat, id);
          Proposal proposal = matter.proposal();
          if (!ConsentRights.mayWithdraw(seat, proposal)) {
            throw new ToldToVisitors(
                403,
                "Only the party that put it (%s) or the facilitator can withdraw it. Maybe ask them?"
                    .formatted(proposal.putBy()));
          }
          if (proposal.state() == ProposalState.WITHDRAWN) {
            return false;
          }
          requireOpen(proposal);
          store.end(
              id,
              ProposalState.WITHDRAWN,
              today(),
              List.of("Withdrawn by %s: %s".formatted(ConsentStore.by(seat), why)),
              null);
          journal.write(
              seat,
              Deed.open(
                      "consent.withdrawn",
                      proposal.subject(),
                      proposal.place(),
                      "withdrew “%s”".formatted(proposal.title()))
                  .with("reason", why));
          return true;
        });
  }

  /** Names who directs a network and who is paid; empty for not yet named. */
  boolean name(Seat seat, long id, int nr, String director, String payee) {
    String directs = director.strip();
    String paid = payee.strip();
    if (directs.length() > LONGEST_NAME || paid.length() > LONGEST_NAME) {
      throw wrong(
          "A name has %d characters; expected %d at most. Maybe leave out what is not the name?"
              .formatted(Math.max(directs.length(), paid.length()), LONGEST_NAME));
    }
    settleOverdue();
    return within(
        () -> {
          Matter matter = held(seat, id);
          Proposal proposal = matter.proposal();
          ProposedNetwork network =
              matter
                  .findNetwork(nr)
                  .orElseThrow(
                      () ->
                          new ToldToVisitors(
                              404,
                              "There is no network %d in this proposal. Maybe the link was cut short?"
                                  .formatted(nr)));
          if (!ConsentRights.mayName(seat, matter, network)) {
            throw new ToldToVisitors(
                403,
                "Only %s and its practices name who directs it and who is paid. Maybe ask one of them?"
                    .formatted(network.name()));
          }
          if (!proposal.isOpen() && !proposal.isSealed()) {
            throw new ToldToVisitors(
                409, "This proposal came to nothing. Maybe another one is meant?");
          }
          if (Objects.equals(orNull(directs), network.clinicalDirector())
              && Objects.equals(orNull(paid), network.nominatedPayee())) {
            return false;
          }
          store.name(id, nr, orNull(directs), orNull(paid));
          journal.write(
              seat,
              Deed.open(
                      "network.named",
                      proposal.subject(),
                      proposal.place(),
                      "named who directs %s and who is paid for it".formatted(network.name()))
                  .with("clinicalDirector", directs)
                  .with("nominatedPayee", paid));
          return true;
        });
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  // Ending.

  /** Ends what is over. Whoever looks does it; and it is done now and then when nobody does. */
  @Scheduled(fixedDelay = 600_000, initialDelay = 600_000)
  @EventListener(ApplicationReadyEvent.class)
  void settleOverdue() {
    for (long id : store.listOverdue(today())) {
      within(
          () -> {
            Optional<Proposal> held = store.findAndHold(id).filter(Proposal::isOpen);
            held.ifPresent(proposal -> conclude(store.matter(proposal), () -> {}));
            return held.isPresent();
          });
    }
  }

  /**
   * Seals or fails it when the rule says so.
   *
   * @param before writes the deed that led to it, once everything else is done: whoever writes the
   *     journal waits for nobody any more
   */
  private void conclude(Matter matter, Runnable before) {
    Proposal proposal = matter.proposal();
    Outcome outcome = matter.outcome(today());
    List<Deed> byRule = new ArrayList<>();
    switch (outcome) {
      case Outcome.Met met -> {
        Optional<String> outdated = sealing.outdated(matter, today());
        if (outdated.isPresent()) {
          byRule.add(fail(proposal, List.of(outdated.get())));
        } else {
          int source = sealing.seal(matter, today());
          store.end(proposal.id(), ProposalState.SEALED, today(), met.reasons(), source);
          byRule.add(
              Deed.open(
                      proposal.kind() == ProposalKind.PLAN ? "plan.sealed" : "change.sealed",
                      proposal.subject(),
                      proposal.place(),
                      "sealed “%s”, as its rule says".formatted(proposal.title()))
                  .with("effective", proposal.terms().effective().toString())
                  .with("result", String.join(" ", met.reasons()))
                  .with("registerSource", Integer.toString(source)));
        }
      }
      case Outcome.Failed failed -> byRule.add(fail(proposal, failed.reasons()));
      case Outcome.Open open -> {}
      case Outcome.OutOfReach out -> {}
    }
    before.run();
    byRule.forEach(deed -> journal.write(BY_RULE, deed));
  }

  private Deed fail(Proposal proposal, List<String> reasons) {
    store.end(proposal.id(), ProposalState.FAILED, today(), reasons, null);
    return Deed.open(
            "consent.failed",
            proposal.subject(),
            proposal.place(),
            "ended “%s” without consent, as its rule says".formatted(proposal.title()))
        .with("result", String.join(" ", reasons));
  }

  // What all have in common.

  private <T> T within(Supplier<T> work) {
    return Objects.requireNonNull(transaction.execute(status -> work.get()));
  }

  private Matter held(Seat seat, long id) {
    return store.matter(ofThisTable(seat, id, store.findAndHold(id)));
  }

  /** The same words whether there is none or it is at another table. */
  private static Proposal ofThisTable(Seat seat, long id, Optional<Proposal> proposal) {
    return proposal
        .filter(each -> each.place().equals(seat.party().place()))
        .orElseThrow(
            () ->
                new ToldToVisitors(
                    404,
                    "There is no proposal %d at this table. Maybe you act for a party of another place?"
                        .formatted(id)));
  }

  private static PlaceCode place(Seat seat) {
    PlaceCode place = seat.party().place();
    if (place == null) {
      throw new ToldToVisitors(
          404,
          "%s sits at no table, so nothing is put to practices here. Maybe act for another party?"
              .formatted(seat.party().name()));
    }
    return place;
  }

  private static ProposedPractice requireAsked(Seat seat, Matter matter) {
    return ConsentRights.answersFor(seat, matter)
        .orElseThrow(
            () ->
                new ToldToVisitors(
                    403,
                    "As %s of %s nobody can answer here; expected an authorised signatory of a practice that is asked. Maybe switch to another of your seats?"
                        .formatted(seat.role().words(), seat.party().name())));
  }

  private static void requireOpen(Proposal proposal) {
    if (!proposal.isOpen()) {
      throw new ToldToVisitors(
          409,
          "“%s” has ended (%s on %s), so nothing was changed. Maybe the page was open for long?"
              .formatted(
                  proposal.title(),
                  proposal.state().words().toLowerCase(Locale.ROOT),
                  proposal.endedOn() == null ? "" : proposal.endedOn().format(Putting.DAY)));
    }
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

  private static boolean isSame(Answer one, Answer other) {
    return switch (one) {
      case Answer.Agrees yes -> other instanceof Answer.Agrees;
      case Answer.AgreesOn on ->
          other instanceof Answer.AgreesOn on2 && on.condition().equals(on2.condition());
      case Answer.Objects no ->
          other instanceof Answer.Objects no2 && no.reason().equals(no2.reason());
    };
  }

  private static void checkWords(Answer answer) {
    String words =
        switch (answer) {
          case Answer.Agrees yes -> "";
          case Answer.AgreesOn on -> on.condition();
          case Answer.Objects no -> no.reason();
        };
    if (words.length() > LONGEST_WORDS) {
      throw wrong(
          "The answer has %,d characters; expected %,d at most. Maybe put the rest into a comment?"
              .formatted(words.length(), LONGEST_WORDS));
    }
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

  private static ToldToVisitors wrong(String words) {
    return new ToldToVisitors(400, words);
  }

  /** All codes that a text names, separated by commas, spaces or lines. */
  static TreeSet<PracticeCode> codes(String text) {
    TreeSet<PracticeCode> codes = new TreeSet<>();
    for (String code : text.split("[\\s,;]+")) {
      if (!code.isBlank()) {
        codes.add(new PracticeCode(code.strip().toUpperCase(Locale.ROOT)));
      }
    }
    return codes;
  }
}
