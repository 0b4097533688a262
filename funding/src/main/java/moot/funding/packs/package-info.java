/**
 * Rule packs: the terms of one contract in one year, as a file that a practice manager can read.
 */
@NullMarked
package moot.funding.packs;

import org.jspecify.annotations.NullMarked;
