package moot.app.consent;

/**
 * A line of the list of proposals.
 *
 * @param standing in words
 * @param mine what the seat's practice said, in words; empty when it is neither asked nor told
 * @param waits whether its answer is asked and not given
 */
public record ProposalLine(Proposal proposal, String standing, String mine, boolean waits) {}
