package moot.app.web;

import java.util.List;

/**
 * What every template gets as its parameter {@code screen}.
 *
 * @param path of the request, without the query
 * @param csrfName name of the hidden field that every form with {@code method="post"} needs
 * @param csrfToken its value
 */
public record Screen(
    String path, List<NavigationItem> navigation, String csrfName, String csrfToken) {

  /** Whether the page belongs to this entry of the navigation. */
  public boolean isAt(NavigationItem item) {
    return path.equals(item.path()) || path.startsWith(item.path() + "/");
  }
}
