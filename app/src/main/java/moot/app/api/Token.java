package moot.app.api;

import java.time.Instant;
import java.time.LocalDate;
import moot.app.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a program of a party comes with.
 *
 * @param madeBy name of the person
 * @param lastUsedOn null when it was never used
 */
public record Token(
    long id,
    String name,
    Role role,
    String madeBy,
    Instant madeAt,
    Instant expiresAt,
    @Nullable LocalDate lastUsedOn,
    boolean revoked) {}
