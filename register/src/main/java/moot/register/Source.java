package moot.register;

import java.time.LocalDate;

/**
 * Where facts come from.
 *
 * @param id number in the order of arrival
 * @param fileName as it was called when it came; says nothing about what is in it
 * @param kind what was recognised in it
 * @param sha256 of its bytes, 64 hexadecimal digits
 * @param knownFrom the day from which its facts were known: its extract date
 */
public record Source(int id, String fileName, String kind, String sha256, LocalDate knownFrom) {}
