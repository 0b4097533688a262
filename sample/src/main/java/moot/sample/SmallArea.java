package moot.sample;

import moot.register.CouncilCode;
import moot.register.LsoaCode;
import moot.register.Position;

/**
 * A small area of about 1,600 people, like a lower layer super output area.
 *
 * @param centroid where its people live on average
 * @param registered people who live here and are registered with a practice of the place
 * @param need deprivation score on the scale of the English indices (about 0 to 90, more is more
 *     deprived)
 */
public record SmallArea(
    LsoaCode code,
    String name,
    Position centroid,
    CouncilCode council,
    int registered,
    double need) {}
