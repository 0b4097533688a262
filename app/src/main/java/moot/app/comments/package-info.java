/** Comments on what lies on the table, and the people and parties named in them. */
@NullMarked
package moot.app.comments;

import org.jspecify.annotations.NullMarked;
