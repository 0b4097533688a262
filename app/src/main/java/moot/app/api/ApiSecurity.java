package moot.app.api;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import moot.app.access.CurrentSeat;
import moot.app.access.Seat;
import moot.app.web.SeatBoundTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who may ask the API: a program with a token, or a browser with its session. Both have a seat, and
 * the same table decides for both.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {
  private static final String BEARER = "Bearer ";

  @Bean
  @Order(1)
  SecurityFilterChain apiRules(
      HttpSecurity http,
      AuthorizationManager<RequestAuthorizationContext> doorkeeper,
      AuthenticationEntryPoint strangers,
      AccessDeniedHandler turnedAway,
      CsrfTokenRepository formTokens,
      SeatBoundTokens seatBound,
      Tokens tokens,
      CurrentSeat current)
      throws Exception {
    return http.securityMatcher("/api/**")
        .authorizeHttpRequests(
            all ->
                all.dispatcherTypeMatchers(
                        DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .anyRequest()
                    .access(doorkeeper))
        .addFilterAfter(new TokenFilter(tokens, current), AnonymousAuthenticationFilter.class)
        .exceptionHandling(
            refused -> refused.authenticationEntryPoint(strangers).accessDeniedHandler(turnedAway))
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        // Another site's page can send our cookie along, but never a token.
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(formTokens)
                    .csrfTokenRequestHandler(seatBound)
                    .ignoringRequestMatchers(request -> secret(request) != null))
        .build();
  }

  private static @Nullable String secret(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? header.substring(BEARER.length()).strip()
        : null;
  }

  /** Seats the program that comes with a token; whoever comes with a wrong one is turned away. */
  private static final class TokenFilter extends OncePerRequestFilter {
    private final Tokens tokens;
    private final CurrentSeat current;

    TokenFilter(Tokens tokens, CurrentSeat current) {
      this.tokens = tokens;
      this.current = current;
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      String secret = secret(request);
      if (secret != null) {
        Optional<Seat> seat = tokens.find(secret);
        if (seat.isEmpty()) {
          response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
          return;
        }
        current.sit(request, seat.get());
      }
      chain.doFilter(request, response);
    }
  }
}
