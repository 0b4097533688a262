@NullMarked
package moot.app.imports;

import org.jspecify.annotations.NullMarked;
