package moot.app.drafts;

import java.time.Instant;

/**
 * One line of a draft's history.
 *
 * @param made whether the engine made it
 */
public record Line(
    int number, Instant madeAt, String person, String party, String words, boolean made) {}
