/** Mereshire, the sample place, generated from a seed. */
@NullMarked
package moot.sample;

import org.jspecify.annotations.NullMarked;
