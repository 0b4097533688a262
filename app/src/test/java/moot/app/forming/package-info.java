@NullMarked
package moot.app.forming;

import org.jspecify.annotations.NullMarked;
