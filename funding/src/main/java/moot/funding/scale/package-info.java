/** What functions cost when practices share them, and what each form of sharing changes. */
@NullMarked
package moot.funding.scale;

import org.jspecify.annotations.NullMarked;
