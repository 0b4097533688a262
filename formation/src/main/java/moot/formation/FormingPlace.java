package moot.formation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import moot.register.LsoaCode;
import moot.register.PlaceCode;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/**
 * The practices of one place, ready for forming.
 *
 * @param practices sorted by code, no code twice
 * @param neighbours the pairs to use; null for the Gabriel graph of the sites
 * @param patientsByArea where each practice's patients live, for the overlap part of the cost;
 *     empty when not known
 */
public record FormingPlace(
    PlaceCode code,
    String name,
    List<FormingPractice> practices,
    @Nullable Set<NeighbourPair> neighbours,
    Map<PracticeCode, Map<LsoaCode, Integer>> patientsByArea) {
  public FormingPlace {
    practices =
        practices.stream().sorted(java.util.Comparator.comparing(FormingPractice::code)).toList();
    for (int i = 1; i < practices.size(); i++) {
      if (practices.get(i).code().equals(practices.get(i - 1).code())) {
        throw new IllegalArgumentException(
            "practice %s is in place %s twice".formatted(practices.get(i).code(), code));
      }
    }
    neighbours = neighbours == null ? null : Set.copyOf(neighbours);
    patientsByArea = Map.copyOf(patientsByArea);
  }
}
