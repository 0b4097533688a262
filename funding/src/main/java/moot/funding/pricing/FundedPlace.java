package moot.funding.pricing;

import java.util.List;
import java.util.Map;
import moot.register.NetworkCode;

/**
 * The practices of a place.
 *
 * @param name as shown
 * @param practices each once, in the order in which they are to be shown
 * @param networkNames those that are known
 */
public record FundedPlace(
    String name, List<FundedPractice> practices, Map<NetworkCode, String> networkNames) {
  public FundedPlace {
    practices = List.copyOf(practices);
    networkNames = Map.copyOf(networkNames);
  }
}
