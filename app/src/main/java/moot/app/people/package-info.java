/**
 * Letting people in: parties, people, seats and invitations, each change with its journal entry.
 */
@NullMarked
package moot.app.people;

import org.jspecify.annotations.NullMarked;
