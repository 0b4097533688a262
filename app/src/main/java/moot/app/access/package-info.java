/** Who may sit down at the table, for which party, and what they may do there. */
@NullMarked
package moot.app.access;

import org.jspecify.annotations.NullMarked;
