@NullMarked
package moot.app.register;

import org.jspecify.annotations.NullMarked;
