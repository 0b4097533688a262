@NullMarked
package moot.app.access;

import org.jspecify.annotations.NullMarked;
