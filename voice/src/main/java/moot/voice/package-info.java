/** Who speaks for whom, with what mandate, and how they decided. */
@NullMarked
package moot.voice;

import org.jspecify.annotations.NullMarked;
