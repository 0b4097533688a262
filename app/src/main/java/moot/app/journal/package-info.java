/** The journal in the database: written to in the same transaction as what it records. */
@NullMarked
package moot.app.journal;

import org.jspecify.annotations.NullMarked;
