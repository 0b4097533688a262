/** Who is there, where, since when, with how many patients. */
@NullMarked
package moot.register;

import org.jspecify.annotations.NullMarked;
