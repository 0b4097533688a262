@NullMarked
package moot.app;

import org.jspecify.annotations.NullMarked;
