/** The web application: screens, sign-in, storage. Holds no rule of its own. */
@NullMarked
package moot.app;

import org.jspecify.annotations.NullMarked;
