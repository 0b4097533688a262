package moot.app.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The address of a PostgreSQL server, as JDBC wants it.
 *
 * @param jdbc {@code jdbc:postgresql://host:port/database?options}
 * @param user null when the address names none (then PostgreSQL's own defaults apply)
 */
record DatabaseUrl(String jdbc, @Nullable String user, @Nullable String password) {
  private static final String EXPECTED =
      "expected postgresql://user:password@host:port/database or jdbc:postgresql://host:port/database";

  /**
   * @throws DatabaseUnavailable when {@code text} is no such address; the message never repeats a
   *     password
   */
  static DatabaseUrl parse(String text) {
    if (text.startsWith("jdbc:postgresql:")) {
      return new DatabaseUrl(text, null, null);
    }
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw new DatabaseUnavailable(
          DatabaseSettings.URL_SETTING
              + ": not an address: "
              + EXPECTED
              + ". Maybe a character of the password has to be written as %XX?");
    }
    String scheme = uri.getScheme();
    if (!("postgresql".equals(scheme) || "postgres".equals(scheme)) || uri.getHost() == null) {
      throw new DatabaseUnavailable(
          DatabaseSettings.URL_SETTING
              + ": begins with \""
              + scheme
              + "\": "
              + EXPECTED
              + ". Maybe it is the address of another kind of database?");
    }
    String path =
        uri.getRawPath() == null || uri.getRawPath().length() < 2 ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    int port = uri.getPort() < 0 ? 5432 : uri.getPort();
    String jdbc = "jdbc:postgresql://" + uri.getHost() + ":" + port + path + query;
    String login = uri.getRawUserInfo();
    if (login == null) {
      return new DatabaseUrl(jdbc, null, null);
    }
    int colon = login.indexOf(':');
    return colon < 0
        ? new DatabaseUrl(jdbc, decode(login), null)
        : new DatabaseUrl(
            jdbc, decode(login.substring(0, colon)), decode(login.substring(colon + 1)));
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Without anything secret, for messages. */
  String shown() {
    int options = jdbc.indexOf('?');
    return options < 0 ? jdbc : jdbc.substring(0, options);
  }
}
