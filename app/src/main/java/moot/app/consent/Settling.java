package moot.app.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import moot.app.journal.Deed;
import moot.app.journal.Journal;
import moot.voice.consent.Outcome;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends proposals by their rule: sealed, or without consent. */
@Component
class Settling {
  /** By rule, and by nobody. */
  private static final String BY_RULE = "Moot";

  private final ProposalStore store;
  private final Sealing sealing;
  private final Journal journal;
  private final TransactionTemplate transaction;
  private final Today today;

  Settling(
      ProposalStore store,
      Sealing sealing,
      Journal journal,
      PlatformTransactionManager transactions,
      Today today) {
    this.store = store;
    this.sealing = sealing;
    this.journal = journal;
    this.transaction = new TransactionTemplate(transactions);
    this.today = today;
  }

  /** Ends what is over. Whoever looks does it; and it is done now and then when nobody does. */
  @Scheduled(fixedDelay = 600_000, initialDelay = 600_000)
  @EventListener(ApplicationReadyEvent.class)
  void settleOverdue() {
    for (long id : store.listOverdue(today.get())) {
      transaction.executeWithoutResult(
          status ->
              store
                  .findAndHold(id)
                  .filter(Proposal::isOpen)
                  .ifPresent(proposal -> conclude(store.matter(proposal), () -> {})));
    }
  }

  /**
   * Seals or fails it when the rule says so; within the transaction that holds it.
   *
   * @param before writes the deed that led to it, once everything else is done: whoever writes the
   *     journal waits for nobody any more
   */
  void conclude(Matter matter, Runnable before) {
    Proposal proposal = matter.proposal();
    Outcome outcome = matter.outcome(today.get());
    List<Deed> byRule = new ArrayList<>();
    switch (outcome) {
      case Outcome.Met met -> {
        Optional<String> outdated = sealing.outdated(matter, today.get());
        if (outdated.isPresent()) {
          byRule.add(fail(proposal, List.of(outdated.get())));
        } else {
          int source = sealing.seal(matter, today.get());
          store.end(proposal.id(), ProposalState.SEALED, today.get(), met.reasons(), source);
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
    store.end(proposal.id(), ProposalState.FAILED, today.get(), reasons, null);
    return Deed.open(
            "consent.failed",
            proposal.subject(),
            proposal.place(),
            "ended “%s” without consent, as its rule says".formatted(proposal.title()))
        .with("result", String.join(" ", reasons));
  }
}
