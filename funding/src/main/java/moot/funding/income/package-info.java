/**
 * What practices, networks and places were paid, by where it comes from: the national contract, the
 * network contract, local schemes, or something else.
 */
@NullMarked
package moot.funding.income;

import org.jspecify.annotations.NullMarked;
