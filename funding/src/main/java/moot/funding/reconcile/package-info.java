/** What should have been paid beside what was paid, and what explains the difference. */
@NullMarked
package moot.funding.reconcile;

import org.jspecify.annotations.NullMarked;
