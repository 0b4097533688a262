/**
 * Plans for a network's new roles: who is to be employed, what is reimbursed and what is left to
 * the practices month by month, what falls due when the funding stops, the hours that come of it
 * and whose staff it draws. A plan is its party's own until it is shared; ages and service of staff
 * stay with that party.
 */
@NullMarked
package moot.app.roleplans;

import org.jspecify.annotations.NullMarked;
