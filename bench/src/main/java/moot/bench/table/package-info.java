/** Many people at one table: how fast it answers, and what is left when it is killed. */
@NullMarked
package moot.bench.table;

import org.jspecify.annotations.NullMarked;
