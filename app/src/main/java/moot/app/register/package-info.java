/** The register's store: facts in PostgreSQL, asked as of a day and as known on a day. */
@NullMarked
package moot.app.register;

import org.jspecify.annotations.NullMarked;
