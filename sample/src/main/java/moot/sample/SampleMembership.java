package moot.sample;

import java.time.LocalDate;
import moot.register.NetworkCode;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/**
 * A practice's time in a network.
 *
 * @param to the last day, included; null while it lasts
 */
public record SampleMembership(
    PracticeCode practice, NetworkCode network, LocalDate from, @Nullable LocalDate to) {}
