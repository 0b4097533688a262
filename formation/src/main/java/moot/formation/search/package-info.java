/** The exact search for the best plan. Used by the rest of {@code formation} only. */
@NullMarked
package moot.formation.search;

import org.jspecify.annotations.NullMarked;
