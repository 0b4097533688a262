/**
 * The table as a seat finds it: what needs it today. Features say what waits in them ({@link
 * moot.app.table.WaitingSource}) and who may see the things that people talk about ({@link
 * moot.app.table.SubjectGate}).
 */
@NullMarked
package moot.app.table;

import org.jspecify.annotations.NullMarked;
