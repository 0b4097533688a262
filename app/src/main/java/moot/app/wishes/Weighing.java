package moot.app.wishes;

import java.time.Instant;
import java.util.List;

/**
 * A version of a draft, weighed against what practices want.
 *
 * @param tenths the mean share of wishes that are met, rounded to tenths
 * @param proved whether all groups were looked at
 * @param groupsCount how many groups would all rather form another network
 * @param groups codes of those with the most to gain; for the facilitator alone
 */
record Weighing(
    int version,
    Instant weighedAt,
    int tenths,
    boolean proved,
    long groupsCount,
    List<List<String>> groups) {}
