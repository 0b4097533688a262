package moot.app.people;

import java.time.Instant;
import moot.app.access.Party;
import moot.app.access.Role;

/**
 * A seat that is offered to somebody.
 *
 * @param name of whom it is meant for; empty when not known
 * @param email of the account that may take it
 * @param expires from then on the link is of no use
 */
public record Invitation(
    long id, Party party, Role role, String name, String email, Instant expires) {}
