package moot.funding.roles;

import moot.register.PracticeCode;

/**
 * A practice that shares a role plan.
 *
 * @param list registered patients
 */
public record Member(PracticeCode practice, String name, long list) {}
