/** Plans as areas on a map. */
@NullMarked
package moot.formation.areas;

import org.jspecify.annotations.NullMarked;
