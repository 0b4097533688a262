package moot.funding.pricing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import moot.funding.Money;
import moot.funding.Share;
import moot.funding.terms.Basis;
import moot.register.PracticeCode;

/** How a network's money is shared among its practices, or kept together. */
public enum Splitting {
  BY_LIST("by registered list"),
  BY_WEIGHTED_LIST("by weighted list"),
  EQUALLY("equally"),
  /** Nothing is passed on: the network spends it together. */
  POOLED("pooled");

  private final String words;

  Splitting(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /**
   * Each practice's part; they add up to the whole, to the penny.
   *
   * @return empty when the money stays pooled, or when a list is not known
   */
  public Optional<Map<PracticeCode, Money>> split(Money whole, List<FundedPractice> practices) {
    if (this == POOLED || practices.isEmpty()) {
      return Optional.empty();
    }
    long[] weights = new long[practices.size()];
    for (int i = 0; i < weights.length; i++) {
      Optional<Long> weight = weight(practices.get(i));
      if (weight.isEmpty()) {
        return Optional.empty();
      }
      weights[i] = weight.get();
    }
    if (Arrays.stream(weights).allMatch(weight -> weight == 0)) {
      return Optional.empty();
    }
    return Optional.of(parts(whole, practices, weights));
  }

  /**
   * As agreed among the practices.
   *
   * @param agreed not negative, not all zero; practices that are not named get nothing
   */
  public static Map<PracticeCode, Money> asAgreed(
      Money whole, List<FundedPractice> practices, Map<PracticeCode, Long> agreed) {
    return parts(
        whole,
        practices,
        practices.stream().mapToLong(p -> agreed.getOrDefault(p.code(), 0L)).toArray());
  }

  private static Map<PracticeCode, Money> parts(
      Money whole, List<FundedPractice> practices, long[] weights) {
    long[] parts = Share.byLargestRemainder(whole.pence(), weights);
    Map<PracticeCode, Money> split = new LinkedHashMap<>();
    for (int i = 0; i < parts.length; i++) {
      split.put(practices.get(i).code(), new Money(parts[i]));
    }
    return split;
  }

  private Optional<Long> weight(FundedPractice practice) {
    Optional<Basis> basis = findBasis();
    return basis.isEmpty() ? Optional.of(1L) : held(practice, basis.get());
  }

  /** Which list it goes by, if any. */
  public Optional<Basis> findBasis() {
    return switch (this) {
      case EQUALLY, POOLED -> Optional.empty();
      case BY_LIST -> Optional.of(Basis.REGISTERED_LIST);
      case BY_WEIGHTED_LIST -> Optional.of(Basis.WEIGHTED_LIST);
    };
  }

  private static Optional<Long> held(FundedPractice practice, Basis basis) {
    return Optional.ofNullable(practice.bases().get(basis))
        .map(held -> held.quantity().hundredths());
  }
}
