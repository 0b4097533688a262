package moot.formation.search;

/**
 * Something that at least one network of a plan has to bring: the amounts of its networks have to
 * add up to 1 or more.
 */
@FunctionalInterface
public interface Demand {
  /**
   * How much a network brings.
   *
   * @param members the first {@code size} are the members, in no order; not to be kept or changed
   */
  double amount(int[] members, int size);
}
