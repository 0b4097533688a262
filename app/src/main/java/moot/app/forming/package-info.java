/**
 * Forming on the web: pick a place, ask for the best networks, watch the search, read, compare and
 * take away the answer.
 */
@NullMarked
package moot.app.forming;

import org.jspecify.annotations.NullMarked;
