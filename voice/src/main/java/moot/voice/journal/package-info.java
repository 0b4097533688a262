/**
 * The journal: whatever binds someone is one entry, written once, each chained to the one before by
 * its hash, so that no entry can be changed, removed or slipped in without the chain showing where.
 */
@NullMarked
package moot.voice.journal;

import org.jspecify.annotations.NullMarked;
