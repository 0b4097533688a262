/**
 * The new roles: what is reimbursed, what is left to the practices, what is lost unspent, what
 * falls due when the money stops, the hours that a role brings and takes, and whose staff it draws.
 */
@NullMarked
package moot.funding.roles;

import org.jspecify.annotations.NullMarked;
