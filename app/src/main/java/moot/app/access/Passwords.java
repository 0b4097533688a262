package moot.app.access;

import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Local accounts. A password is kept as bcrypt makes it, with the algorithm's name in front, so
 * that another can take its place later.
 */
@Component
public class Passwords {
  /** In characters. Length is what makes a password hard to guess. */
  public static final int SHORTEST = 12;

  /** In bytes of UTF-8: bcrypt looks at no more. */
  public static final int LONGEST = 72;

  private static final PasswordEncoder ENCODER =
      new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(12)));

  /** Compared with when there is no such account, so that this takes as long. */
  private static final String NOBODYS = encode("nobody has this password");

  private final JdbcClient jdbc;

  Passwords(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /** Whose e-mail address and password these are, if anyone's. */
  Optional<SignedInPerson> find(String email, String password) {
    record Known(SignedInPerson person, String password) {}
    Optional<Known> known =
        jdbc.sql(
                """
                select id, name, password from access.person
                where lower(email) = lower(:email) and password is not null
                """)
            .param("email", email.strip())
            .query(
                (rs, row) ->
                    new Known(
                        new SignedInPerson(rs.getLong("id"), rs.getString("name")),
                        rs.getString("password")))
            .optional();
    boolean right = ENCODER.matches(password, known.map(Known::password).orElse(NOBODYS));
    return known.filter(found -> right).map(Known::person);
  }

  /** The person with this e-mail address, which somebody else has verified. */
  Optional<SignedInPerson> findByEmail(String email) {
    return jdbc.sql("select id, name from access.person where lower(email) = lower(:email)")
        .param("email", email.strip())
        .query((rs, row) -> new SignedInPerson(rs.getLong("id"), rs.getString("name")))
        .optional();
  }

  /** The person with this number. */
  Optional<SignedInPerson> findPerson(long id) {
    return jdbc.sql("select id, name from access.person where id = :id")
        .param("id", id)
        .query((rs, row) -> new SignedInPerson(rs.getLong("id"), rs.getString("name")))
        .optional();
  }

  /** What is kept of a password. */
  public static String encode(String password) {
    String encoded = ENCODER.encode(password);
    if (encoded == null) {
      throw new IllegalArgumentException("no password");
    }
    return encoded;
  }
}
