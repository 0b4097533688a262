@NullMarked
package moot.app.scenarios;

import org.jspecify.annotations.NullMarked;
