package moot.funding.pricing;

import moot.funding.terms.Term;

/**
 * A term that could not be priced for a payee.
 *
 * @param why in words, with what would be needed
 */
public record LeftOut(Term term, Payee payee, String why) {}
