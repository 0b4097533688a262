package moot.app.forming;

import moot.formation.FormingPlace;
import moot.formation.Plan;
import moot.papers.Answer;
import org.jspecify.annotations.Nullable;

/**
 * A place: today's networks beside the best plan that there is.
 *
 * @param today priced by the rules of the best plan, or of the first offer without one
 * @param best the run of the best plan; null while there is none
 * @param answer its answer
 * @param pair the two side by side; null when one of them is missing
 */
record PlaceView(
    FormingPlace place,
    Plan today,
    @Nullable Run best,
    @Nullable Answer answer,
    @Nullable Pair pair) {}
