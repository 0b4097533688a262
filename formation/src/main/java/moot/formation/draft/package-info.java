/** What a draft does to whom, what it breaks, and what completing it has to respect. */
@NullMarked
package moot.formation.draft;

import org.jspecify.annotations.NullMarked;
