@NullMarked
package moot.app.database;

import org.jspecify.annotations.NullMarked;
