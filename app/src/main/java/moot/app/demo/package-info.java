/** Mereshire, the sample place, loaded and with a first plan: for looking around. */
@NullMarked
package moot.app.demo;

import org.jspecify.annotations.NullMarked;
