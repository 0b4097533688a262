package moot.app.web;

import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What every template gets as its parameter {@code screen}.
 *
 * @param path of the request, without the query
 * @param csrfName name of the hidden field that every form with {@code method="post"} needs
 * @param csrfToken its value
 * @param visitor who is signed in; null for nobody
 * @param demo whether this is the demo
 * @param may whether the visitor may send a request of this method to this path
 */
public record Screen(
    String path,
    List<NavigationItem> navigation,
    String csrfName,
    String csrfToken,
    @Nullable Visitor visitor,
    boolean demo,
    BiPredicate<String, String> may) {

  /** Whether the visitor may open the page: links that lead nowhere are left out. */
  public boolean opens(String page) {
    return may.test("GET", page);
  }

  /** Whether the visitor may send a form there. */
  public boolean sends(String action) {
    return may.test("POST", action);
  }

  /** Whether the page belongs to this entry of the navigation, and to none further down. */
  public boolean isAt(NavigationItem item) {
    return isBelow(item)
        && navigation.stream()
            .noneMatch(other -> other.path().startsWith(item.path() + "/") && isBelow(other));
  }

  private boolean isBelow(NavigationItem item) {
    return path.equals(item.path()) || path.startsWith(item.path() + "/");
  }
}
