/**
 * Drafts: plans in the making that several people change together, every version kept, each change
 * shown to all at once.
 */
@NullMarked
package moot.app.drafts;

import org.jspecify.annotations.NullMarked;
