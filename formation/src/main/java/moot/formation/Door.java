package moot.formation;

import java.util.List;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/**
 * A network of a draft that could take a practice later: with it, the network hangs together and
 * has no more patients than the maximum.
 *
 * @param network that would take it
 * @param from the network of the draft that it would leave; null when it is in none
 * @param patientsBefore of the network that would take it
 * @param patients of that network with the practice
 * @param hub of that network with the practice
 * @param hubBefore of that network without it
 * @param km straight line from the practice to the hub
 * @param extraCost what the whole draft would cost more (negative: less), thousand patient-km, by
 *     the open rules: what practices want does not count
 * @param cutOff who of the network that it leaves would no longer hang together with the others;
 *     empty when all would
 */
public record Door(
    String network,
    @Nullable String from,
    int patientsBefore,
    int patients,
    PracticeCode hubBefore,
    PracticeCode hub,
    double km,
    double extraCost,
    List<PracticeCode> cutOff) {
  public Door {
    cutOff = List.copyOf(cutOff);
  }
}
