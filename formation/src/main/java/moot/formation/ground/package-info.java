/**
 * The forming problem laid out in arrays: who is whose neighbour, which networks are feasible, what
 * each costs. Used by the rest of {@code formation} only.
 */
@NullMarked
package moot.formation.ground;

import org.jspecify.annotations.NullMarked;
