package moot.app.web;

import jakarta.servlet.DispatcherType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * What the browser may do with our pages, and what may be sent to us. Who may see and do what is
 * decided by the one {@link AuthorizationManager} that there is.
 */
@Configuration(proxyBeanMethods = false)
class SecurityRules {
  @Bean
  SecurityFilterChain rules(
      HttpSecurity http,
      AuthorizationManager<RequestAuthorizationContext> doorkeeper,
      AuthenticationEntryPoint strangers,
      AccessDeniedHandler turnedAway,
      CsrfTokenRepository tokens,
      SeatBoundTokens seatBound,
      @Value("${moot.map.tiles:}") String tiles)
      throws Exception {
    return http.authorizeHttpRequests(
            all ->
                // What the server itself asks for while it answers was decided on before.
                all.dispatcherTypeMatchers(
                        DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .anyRequest()
                    .access(doorkeeper))
        .exceptionHandling(
            refused -> refused.authenticationEntryPoint(strangers).accessDeniedHandler(turnedAway))
        // Only who signs in gets a session.
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        .csrf(csrf -> csrf.csrfTokenRepository(tokens).csrfTokenRequestHandler(seatBound))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(policy -> policy.policyDirectives(contentPolicy(tiles)))
                    .frameOptions(frames -> frames.deny())
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                    .permissionsPolicyHeader(
                        permissions ->
                            permissions.policy("camera=(), geolocation=(), microphone=()"))
                    .crossOriginOpenerPolicy(
                        opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN)))
        .build();
  }

  /** The API reads them as pages do. */
  @Bean
  static SeatBoundTokens seatBoundTokens(Visitors visitors) {
    return new SeatBoundTokens(visitors);
  }

  /** In a cookie, so that a form that was open over a restart can still be sent. */
  @Bean
  CsrfTokenRepository formTokens() {
    CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
    tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
    return tokens;
  }

  /**
   * Everything from ourselves, nothing inline; map tiles from the one server configured, if any.
   */
  static String contentPolicy(String tiles) {
    String images = tiles.isBlank() ? "" : " " + origin(tiles);
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:" + images,
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'");
  }

  private static String origin(String tiles) {
    int path = tiles.indexOf('/', tiles.indexOf("//") + 2);
    return (path < 0 ? tiles : tiles.substring(0, path)).replace("{s}", "*");
  }

  /**
   * Answers only to its own names, so that a page of another site cannot talk to it under a name of
   * that site's choosing.
   */
  @Bean
  StrictHttpFirewall firewall(
      @Value("${moot.hosts:}") String more, @Value("${server.address}") String address) {
    Set<String> names =
        Arrays.stream(("localhost,127.0.0.1,[::1]," + address + "," + more).split(","))
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet());
    boolean any = names.contains("*");
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowedHostnames(
        host -> any || host == null || names.contains(host.toLowerCase(Locale.ROOT)));
    // No text has such a character, and no text with one can be kept.
    firewall.setAllowedParameterValues(value -> value == null || value.indexOf('\0') < 0);
    return firewall;
  }

  @Bean
  RequestRejectedHandler rejected() {
    return new HttpStatusRequestRejectedHandler(HttpStatus.BAD_REQUEST.value());
  }
}
