package moot.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.stereotype.Component;

/**
 * The token that each form carries also says from which seat the form was opened. A form sent after
 * the visitor has picked another seat is refused: nobody consents for one party in the name of
 * another because a second tab was open.
 */
@Component
public final class SeatBoundTokens implements CsrfTokenRequestHandler {
  private static final String OPENED_FROM = SeatBoundTokens.class.getName();
  private static final char BEFORE_SEAT = '.';
  private static final long NO_SEAT = 0;

  private final XorCsrfTokenRequestAttributeHandler tokens =
      new XorCsrfTokenRequestAttributeHandler();
  private final Visitors visitors;

  SeatBoundTokens(Visitors visitors) {
    this.visitors = visitors;
  }

  /** Whether the form was refused because it was opened from another seat than is picked now. */
  public static boolean refused(HttpServletRequest request) {
    return request.getAttribute(OPENED_FROM) != null;
  }

  /** Hands pages a token that looks up the seat when the page is drawn. */
  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> deferred) {
    tokens.handle(request, response, deferred);
    CsrfToken plain = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    CsrfToken bound = new Bound(plain, request);
    request.setAttribute(CsrfToken.class.getName(), bound);
    request.setAttribute("_csrf", bound);
  }

  @Override
  public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
    String sent = request.getHeader(token.getHeaderName());
    if (sent == null) {
      sent = request.getParameter(token.getParameterName());
    }
    int end = sent == null ? -1 : sent.lastIndexOf(BEFORE_SEAT);
    if (sent == null || end < 0) {
      return null;
    }
    String plain =
        tokens.resolveCsrfTokenValue(new OnlyToken(request, sent.substring(0, end)), token);
    if (plain != null
        && plain.equals(token.getToken())
        && !sent.substring(end + 1).equals(seat(request))) {
      request.setAttribute(OPENED_FROM, sent.substring(end + 1));
      return null;
    }
    return plain;
  }

  private String seat(HttpServletRequest request) {
    return Long.toString(
        visitors
            .find(request)
            .map(visitor -> visitor.seat() == null ? NO_SEAT : visitor.seat())
            .orElse(NO_SEAT));
  }

  private final class Bound implements CsrfToken {
    private static final long serialVersionUID = 1L;
    private final transient CsrfToken plain;
    private final transient HttpServletRequest request;

    private Bound(CsrfToken plain, HttpServletRequest request) {
      this.plain = plain;
      this.request = request;
    }

    @Override
    public String getHeaderName() {
      return plain.getHeaderName();
    }

    @Override
    public String getParameterName() {
      return plain.getParameterName();
    }

    @Override
    public String getToken() {
      return plain.getToken() + BEFORE_SEAT + seat(request);
    }
  }

  private static final class OnlyToken extends HttpServletRequestWrapper {
    private final String sent;

    private OnlyToken(HttpServletRequest request, String sent) {
      super(request);
      this.sent = sent;
    }

    @Override
    public @Nullable String getHeader(String name) {
      return sent;
    }
  }
}
