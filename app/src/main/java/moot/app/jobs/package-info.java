/**
 * Background work: a queue in the database, so that work survives a restart and any number of nodes
 * share it.
 */
@NullMarked
package moot.app.jobs;

import org.jspecify.annotations.NullMarked;
