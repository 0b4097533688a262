/**
 * Consent: who is asked, what they may answer, which rule decides, and how it stands. Silence is
 * silence: it is never counted as an answer.
 */
@NullMarked
package moot.voice.consent;

import org.jspecify.annotations.NullMarked;
