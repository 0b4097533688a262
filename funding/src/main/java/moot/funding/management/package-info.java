/** Five ways to pay for the management of a network: what each brings, costs, and leaves open. */
@NullMarked
package moot.funding.management;

import org.jspecify.annotations.NullMarked;
