package moot.funding.pricing;

import moot.funding.Quantity;

/**
 * How much of a basis a practice has.
 *
 * @param on the day or period that it was counted for, in words: a rate times a list of another day
 *     than the contract's is near the truth, and the reader is told
 */
public record Held(Quantity quantity, String on) {}
