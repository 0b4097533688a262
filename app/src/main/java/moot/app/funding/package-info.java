/**
 * Funding on the web: what contracts bring a place, its networks and its practices, with the
 * derivation of each figure; the rule packs; what was paid beside the rules; where income comes
 * from. All from published lists and payments, so every seat of the place sees the same.
 */
@NullMarked
package moot.app.funding;

import org.jspecify.annotations.NullMarked;
