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
    @Nullable String nominatedPayee) {}
