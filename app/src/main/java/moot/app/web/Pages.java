package moot.app.web;

/**
 * Where one is in a list that is shown a page at a time.
 *
 * @param number the page shown, from 1
 * @param count how many there are, at least 1
 */
public record Pages(int number, int count) {
  /**
   * @param wanted the page asked for; the nearest that there is, is shown
   */
  public static Pages of(int wanted, int items, int perPage) {
    int count = Math.max(1, (items + perPage - 1) / perPage);
    return new Pages(Math.clamp(wanted, 1, count), count);
  }

  public boolean hasPrevious() {
    return number > 1;
  }

  public boolean hasNext() {
    return number < count;
  }
}
