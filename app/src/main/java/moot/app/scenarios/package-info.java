/**
 * Ways to pay for managing a network or place: scenarios, every version kept, a party's own until
 * it shares them. What a practice says of its own finances never leaves it.
 */
@NullMarked
package moot.app.scenarios;

import org.jspecify.annotations.NullMarked;
