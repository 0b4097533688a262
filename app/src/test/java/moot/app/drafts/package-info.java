@NullMarked
package moot.app.drafts;

import org.jspecify.annotations.NullMarked;
