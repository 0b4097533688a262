package moot.app.web;

import java.util.List;

/**
 * A part of a list, as the API gives it.
 *
 * @param items of this page
 * @param page from 1
 * @param pages how many there are, at least 1
 * @param size the most items of a page
 * @param count how many items there are on all pages
 */
public record Listing<T>(List<T> items, int page, int pages, int size, long count) {
  public static final String DEFAULT_SIZE = "50";
  private static final int MOST = 200;

  /** Asks for a part of a list. */
  @FunctionalInterface
  public interface Part<T> {
    List<T> list(int offset, int limit);
  }

  /**
   * The page that is asked for, or the nearest that there is.
   *
   * @param size 1 to 200; anything else is taken as the nearest of these
   * @param part gives the items
   */
  public static <T> Listing<T> of(int page, int size, long count, Part<T> part) {
    int most = Math.clamp(size, 1, MOST);
    int pages = (int) Math.clamp((count + most - 1) / most, 1, Integer.MAX_VALUE / most);
    int number = Math.clamp(page, 1, pages);
    return new Listing<>(part.list((number - 1) * most, most), number, pages, most, count);
  }

  /** A page of a list that is at hand. */
  public static <T> Listing<T> of(int page, int size, List<T> all) {
    return of(
        page,
        size,
        all.size(),
        (offset, limit) ->
            all.subList(Math.min(offset, all.size()), Math.min(offset + limit, all.size())));
  }
}
