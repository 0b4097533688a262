/** What each term pays, to whom, when, and why that amount. */
@NullMarked
package moot.funding;

import org.jspecify.annotations.NullMarked;
