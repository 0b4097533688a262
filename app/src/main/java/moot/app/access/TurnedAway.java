package moot.app.access;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import moot.app.web.SeatBoundTokens;
import moot.app.web.ToldToVisitors;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** What happens to those whom the doorkeeper does not let through. */
@Component
class TurnedAway implements AuthenticationEntryPoint, AccessDeniedHandler {
  private final CurrentSeat current;

  TurnedAway(CurrentSeat current) {
    this.current = current;
  }

  /** Nobody is signed in. */
  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    if (AccessTable.find(request.getMethod(), request.getRequestURI()).isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (wantsPage(request)) {
      response.sendRedirect("/sign-in" + next(request));
    } else {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    }
  }

  /** Somebody is signed in who may not, or the form is forged or stale. */
  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    if (SeatBoundTokens.refused(request)) {
      request.setAttribute(
          RequestDispatcher.ERROR_EXCEPTION,
          new ToldToVisitors(
              409,
              "The form was opened while you acted for somebody else; now you act %s. Nothing was done. Maybe pick the other party again, or load the page anew?"
                  .formatted(
                      current
                          .find(request)
                          .map(s -> "for " + s.party().name() + " as " + s.role().words())
                          .orElse("for no party"))));
      response.sendError(HttpServletResponse.SC_CONFLICT);
      return;
    }
    if (why instanceof CsrfException) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    Optional<Route> route = AccessTable.find(request.getMethod(), request.getRequestURI());
    if (route.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Optional<Seat> seat = current.find(request);
    if (seat.isEmpty() && wantsPage(request)) {
      response.sendRedirect("/seats" + next(request));
      return;
    }
    request.setAttribute(
        RequestDispatcher.ERROR_EXCEPTION,
        new ToldToVisitors(
            403,
            "You act %s. This is open to %s. Maybe someone else at your party may, or you act for another party too?"
                .formatted(
                    seat.map(s -> "for " + s.party().name() + " as " + s.role().words())
                        .orElse("for no party"),
                    route.get().who().words())));
    response.sendError(HttpServletResponse.SC_FORBIDDEN);
  }

  private static boolean wantsPage(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return accept != null && accept.contains("text/html");
  }

  /** Only a page can be come back to, not a form that was sent. */
  private static String next(HttpServletRequest request) {
    if (!request.getMethod().equals("GET") || request.getRequestURI().equals("/")) {
      return "";
    }
    String query = request.getQueryString();
    String page = request.getRequestURI() + (query == null ? "" : "?" + query);
    return "?next=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
  }
}
