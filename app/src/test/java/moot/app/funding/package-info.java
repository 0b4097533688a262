@NullMarked
package moot.app.funding;

import org.jspecify.annotations.NullMarked;
