/** What terms come to for practices and networks, month by month, to the penny. */
@NullMarked
package moot.funding.pricing;

import org.jspecify.annotations.NullMarked;
