@NullMarked
package moot.app.consent;

import org.jspecify.annotations.NullMarked;
