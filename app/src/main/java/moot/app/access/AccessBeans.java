package moot.app.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What sign-in adds to the application: sessions in the database, seats as parameters. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(
    tableName = "access.session",
    maxInactiveIntervalInSeconds = AccessBeans.LONGEST_REST)
class AccessBeans {
  /** How long a session may rest until it ends, in seconds: a long afternoon's meeting. */
  static final int LONGEST_REST = 4 * 60 * 60;

  /** Two requests of one session that write at once do not trip over each other. */
  @Bean
  PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionsInPostgres() {
    return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
  }

  /**
   * Scripts do not see the cookie, and other sites' forms do not bring it along; {@code Secure}
   * when the request came over TLS.
   */
  @Bean
  CookieSerializer sessionCookie(@Value("${moot.cookie:moot}") String name) {
    DefaultCookieSerializer cookie = new DefaultCookieSerializer();
    cookie.setCookieName(name);
    cookie.setUseHttpOnlyCookie(true);
    // Lax, so that a link in a letter leads to the page and not to the sign-in.
    cookie.setSameSite("Lax");
    return cookie;
  }

  /** A handler with a parameter of type {@link Seat} gets the seat of who asks. */
  @Bean
  WebMvcConfigurer seatsAsParameters(CurrentSeat current) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new SeatParameter(current));
      }
    };
  }

  private record SeatParameter(CurrentSeat current) implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType().equals(Seat.class);
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer model,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      HttpServletRequest asked = request.getNativeRequest(HttpServletRequest.class);
      if (asked == null) {
        throw new IllegalStateException("a seat is asked for outside of HTTP");
      }
      return current.get(asked);
    }
  }
}
