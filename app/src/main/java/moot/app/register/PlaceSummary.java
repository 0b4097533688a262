package moot.app.register;

import moot.register.PlaceCode;

/**
 * A place in which networks can be formed.
 *
 * @param kind in words: "integrated care board", "sub-ICB location" or "place"
 * @param practices how many practices take part
 * @param networks how many networks they are in today
 * @param patients registered with them
 */
public record PlaceSummary(
    PlaceCode code, String name, String kind, int practices, int networks, int patients) {}
