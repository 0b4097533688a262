@NullMarked
package moot.register.published;

import org.jspecify.annotations.NullMarked;
