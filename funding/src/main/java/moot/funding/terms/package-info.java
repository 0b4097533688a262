/** What a term of a contract says: who pays whom, on which basis, at which dated rate. */
@NullMarked
package moot.funding.terms;

import org.jspecify.annotations.NullMarked;
