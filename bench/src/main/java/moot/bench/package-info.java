/** Keeps the published figures reproducible. */
@NullMarked
package moot.bench;

import org.jspecify.annotations.NullMarked;
