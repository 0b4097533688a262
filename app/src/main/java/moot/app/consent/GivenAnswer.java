package moot.app.consent;

import java.time.Instant;
import moot.register.PracticeCode;
import moot.voice.consent.Answer;
import org.jspecify.annotations.Nullable;

/**
 * An answer that counts: the last one of its practice.
 *
 * @param by who gave it
 * @param recordedBy who recorded that its condition is met; null when nobody has
 * @param confirmedBy who of the practice confirmed it; null when nobody has
 */
public record GivenAnswer(
    long id,
    PracticeCode practice,
    Answer answer,
    String by,
    Instant at,
    @Nullable String recordedBy,
    @Nullable String confirmedBy) {}
