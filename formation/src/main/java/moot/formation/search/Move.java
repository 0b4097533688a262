package moot.formation.search;

/**
 * Some networks become others.
 *
 * @param networks their numbers; −1 for one that does not exist yet
 * @param become their members afterwards; empty for none
 * @param change of the score
 */
record Move(int[] networks, int[][] become, double change) {
  int[] apply(Partition partition) {
    int[] numbers = networks.clone();
    for (int k = 0; k < numbers.length; k++) {
      if (numbers[k] >= 0 && become[k].length == 0) {
        partition.set(numbers[k], become[k]);
      }
    }
    for (int k = 0; k < numbers.length; k++) {
      if (become[k].length > 0) {
        if (numbers[k] < 0) {
          numbers[k] = partition.empty();
        }
        partition.set(numbers[k], become[k]);
      }
    }
    return numbers;
  }
}
