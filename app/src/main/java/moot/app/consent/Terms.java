package moot.app.consent;

import java.time.LocalDate;
import moot.voice.consent.Rule;

/**
 * On what terms something is put to practices. None of them can be changed afterwards.
 *
 * @param closes the last day on which an answer counts
 * @param effective the first day on which it would hold, on or after {@code closes}
 */
public record Terms(String title, Rule rule, LocalDate closes, LocalDate effective) {}
