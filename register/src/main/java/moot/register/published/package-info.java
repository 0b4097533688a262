/**
 * The published files that Moot knows, each read by a small parser of its own: how it is recognised
 * by its content, how it is dated, and which facts its rows state.
 */
@NullMarked
package moot.register.published;

import org.jspecify.annotations.NullMarked;
