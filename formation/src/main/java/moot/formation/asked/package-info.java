/**
 * What is asked of a plan: why, against what, and whether it holds. Used by {@code formation} only.
 */
@NullMarked
package moot.formation.asked;

import org.jspecify.annotations.NullMarked;
