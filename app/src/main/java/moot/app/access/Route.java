package moot.app.access;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * One row of the table of who may do what.
 *
 * @param method of HTTP; GET stands for HEAD too, {@code *} for any
 * @param pattern of the path, as the feature's own mapping writes it
 * @param what is done or seen there, in a few words
 */
public record Route(String method, PathPattern pattern, Who who, String what) {
  static final String ANY_METHOD = "*";

  static Route get(String pattern, Who who, String what) {
    return of("GET", pattern, who, what);
  }

  static Route post(String pattern, Who who, String what) {
    return of("POST", pattern, who, what);
  }

  static Route of(String method, String pattern, Who who, String what) {
    return new Route(method, PathPatternParser.defaultInstance.parse(pattern), who, what);
  }

  boolean fits(String asked, PathContainer path) {
    String plain = asked.equals("HEAD") ? "GET" : asked;
    return (method.equals(ANY_METHOD) || method.equals(plain)) && pattern.matches(path);
  }
}
