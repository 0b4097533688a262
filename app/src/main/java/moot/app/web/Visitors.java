package moot.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** What pages have to know of who looks at them. */
public interface Visitors {
  /** Who is signed in, if anybody is. */
  Optional<Visitor> find(HttpServletRequest request);

  /**
   * Whether the sender of this request could send another.
   *
   * @param method of HTTP
   * @param path without a query
   */
  boolean may(HttpServletRequest request, String method, String path);

  /** Whether this is the demo, in which anyone may be anybody. */
  boolean demo();
}
