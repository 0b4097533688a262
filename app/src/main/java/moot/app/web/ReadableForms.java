package moot.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away forms and queries that cannot be read, before anything asks for their fields. Left to
 * itself the server would write what was typed into its log.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ReadableForms extends OncePerRequestFilter {
  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getCharacterEncoding() == null) {
      // Browsers do not say it; read as anything else, a £ comes in as two letters.
      request.setCharacterEncoding(StandardCharsets.UTF_8);
    }
    try {
      request.getParameterMap();
    } catch (IllegalStateException unreadable) {
      boolean large = String.valueOf(unreadable.getMessage()).contains("too big");
      response.sendError(
          large
              ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
              : HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    chain.doFilter(request, response);
  }
}
