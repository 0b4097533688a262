@NullMarked
package moot.app.people;

import org.jspecify.annotations.NullMarked;
