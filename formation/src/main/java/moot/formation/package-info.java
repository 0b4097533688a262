/** Which practices make which networks. */
@NullMarked
package moot.formation;

import org.jspecify.annotations.NullMarked;
