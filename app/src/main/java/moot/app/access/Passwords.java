package moot.app.access;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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

  /** Needs nothing but a database that has been migrated. */
  public Passwords(DataSource dataSource) {
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

  /** Whether a person has a password; who signs in elsewhere may have none. */
  public boolean has(long person) {
    return findKept(person).isPresent();
  }

  /** Whether this is the person's password. */
  public boolean isRight(long person, String password) {
    return findKept(person).filter(kept -> ENCODER.matches(password, kept)).isPresent();
  }

  private Optional<String> findKept(long person) {
    return jdbc.sql("select password from access.person where id = :id and password is not null")
        .param("id", person)
        .query(String.class)
        .optional();
  }

  /**
   * Gives a person another password and ends what the old one was good for: sessions, and links on
   * which to choose one. Tries that failed no longer count. Needs a transaction around it.
   *
   * @param encoded as {@link #encode} makes it
   * @param session the one that stays; null for none
   */
  public void set(long person, String encoded, @Nullable String session) {
    String email =
        jdbc.sql("update access.person set password = :password where id = :id returning email")
            .param("password", encoded)
            .param("id", person)
            .query(String.class)
            .single();
    jdbc.sql("delete from access.session where principal_name = :person and session_id <> :kept")
        .param("person", Long.toString(person))
        .param("kept", session == null ? "" : session)
        .update();
    jdbc.sql(
            """
            update access.password_link set withdrawn_at = :now
            where person = :person and used_at is null and withdrawn_at is null
            """)
        .param("now", Timestamp.from(Instant.now()))
        .param("person", person)
        .update();
    jdbc.sql("delete from access.attempt where account_sha256 = :account")
        .param("account", Attempts.hashed(email))
        .update();
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
