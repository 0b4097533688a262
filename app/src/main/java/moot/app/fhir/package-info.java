/**
 * Practices, networks and memberships as FHIR R4, read only: {@code Organization} and {@code
 * OrganizationAffiliation} in the codes of the Organisation Data Service.
 */
@NullMarked
package moot.app.fhir;

import org.jspecify.annotations.NullMarked;
