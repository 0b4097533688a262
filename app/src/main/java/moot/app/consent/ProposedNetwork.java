package moot.app.consent;

import org.jspecify.annotations.Nullable;

/**
 * A network of a proposal.
 *
 * @param provisional whether the code is one of our own, until ODS gives one
 */
public record ProposedNetwork(
    int nr,
    String name,
    String code,
    boolean provisional,
    @Nullable String clinicalDirector,
    @Nullable String nominatedPayee) {
  /** The same in a proposal that has its number: one without a code of today gets its own. */
  ProposedNetwork in(long proposal) {
    return provisional
        ? new ProposedNetwork(
            nr, name, provisional(proposal, nr), true, clinicalDirector, nominatedPayee)
        : this;
  }

  /** A code that nobody can take for one of ODS. */
  private static String provisional(long proposal, int network) {
    return "PROVISIONAL-%d-%d".formatted(proposal, network);
  }
}
