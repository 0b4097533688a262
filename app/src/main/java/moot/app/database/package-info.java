/**
 * The PostgreSQL that Moot keeps its things in: an embedded one by default, a server by one
 * setting. Plain Java, so that the terminal opens the same database as the web application.
 */
@NullMarked
package moot.app.database;

import org.jspecify.annotations.NullMarked;
