package moot.app.table;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for a seat.
 *
 * @param what to do, as a sentence: "Answer to “Six and six”"
 * @param why it waits, in words; empty when the title says it all
 * @param link where to do it
 * @param until the last day; null for none
 */
public record Waiting(String what, String why, String link, @Nullable LocalDate until) {}
