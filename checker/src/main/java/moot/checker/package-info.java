/** Recomputes every plan from the input alone. Shares no code with the solver. */
@NullMarked
package moot.checker;

import org.jspecify.annotations.NullMarked;
