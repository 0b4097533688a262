/** The same engines from a terminal. */
@NullMarked
package moot.cli;

import org.jspecify.annotations.NullMarked;
