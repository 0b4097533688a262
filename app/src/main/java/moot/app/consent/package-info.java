/**
 * Consent: a plan or a change is put to the practices that it touches, they answer, and by the rule
 * that was chosen beforehand it is sealed or not. What is sealed goes into the register, and into a
 * registration pack.
 */
@NullMarked
package moot.app.consent;

import org.jspecify.annotations.NullMarked;
