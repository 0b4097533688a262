package moot.app.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import moot.app.access.Party;
import moot.app.access.Role;
import moot.app.access.Seat;
import moot.app.access.SeatStore;
import moot.app.journal.Deed;
import moot.app.journal.Journal;
import moot.app.web.ToldToVisitors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes tokens, knows them again, and revokes them. */
@Service
public class Tokens {
  /** With what every secret begins, so that one that was lost is recognised for what it is. */
  static final String PREFIX = "moot_";

  static final Duration LONGEST = Duration.ofDays(366);

  private static final int SECRET_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;
  private final SeatStore seats;
  private final Journal journal;
  private final Clock clock;

  @Autowired
  Tokens(JdbcClient jdbc, SeatStore seats, Journal journal) {
    this(jdbc, seats, journal, Clock.systemUTC());
  }

  Tokens(JdbcClient jdbc, SeatStore seats, Journal journal, Clock clock) {
    this.jdbc = jdbc;
    this.seats = seats;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Makes a token for the seat's party.
   *
   * @param days how long it is good for, 1 to 366
   * @return the secret, which is not kept
   */
  @Transactional
  public String make(Seat seat, String name, Role role, int days) {
    String title = name.strip();
    if (title.isEmpty() || title.length() > 100) {
      throw new ToldToVisitors(
          422,
          "The name has %d characters: expected 1 to 100. Maybe say what the program is for?"
              .formatted(title.length()));
    }
    if (role != Role.VIEWER && role != Role.EDITOR) {
      throw new ToldToVisitors(
          422,
          "A program cannot be %s: expected viewer or editor. Maybe a person should do what it is for?"
              .formatted(role.words()));
    }
    if (days < 1 || days > LONGEST.toDays()) {
      throw new ToldToVisitors(
          422,
          "%d days: expected 1 to %d. Maybe make a new token each year?"
              .formatted(days, LONGEST.toDays()));
    }
    byte[] random = new byte[SECRET_BYTES];
    RANDOM.nextBytes(random);
    String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    long id =
        jdbc.sql(
                """
                insert into access.token (secret_sha256, party, role, name, made_by, expires_at)
                values (:hash, :party, :role, :name, :by, :expires) returning id
                """)
            .param("hash", hash(secret))
            .param("party", seat.party().id())
            .param("role", role.name())
            .param("name", title)
            .param("by", seat.personId())
            .param("expires", Timestamp.from(clock.instant().plus(Duration.ofDays(days))))
            .query(Long.class)
            .single();
    journal.write(
        seat,
        Deed.within(
            seat.party().id(),
            "token.made",
            "token:" + id,
            seat.party().place(),
            "made the token “%s” for programs that act for %s as %s"
                .formatted(title, seat.party().name(), role.words())));
    return secret;
  }

  /** The tokens of the seat's party, newest first. */
  public List<Token> list(Seat seat) {
    return jdbc.sql(
            """
            select t.id, t.name, t.role, p.name as person, t.made_at, t.expires_at,
              t.last_used_on, t.revoked_at is not null as revoked
            from access.token t join access.person p on p.id = t.made_by
            where t.party = :party order by t.id desc limit 200
            """)
        .param("party", seat.party().id())
        .query(
            (rs, row) ->
                new Token(
                    rs.getLong("id"),
                    rs.getString("name"),
                    Role.valueOf(rs.getString("role")),
                    rs.getString("person"),
                    rs.getTimestamp("made_at").toInstant(),
                    rs.getTimestamp("expires_at").toInstant(),
                    day(rs.getDate("last_used_on")),
                    rs.getBoolean("revoked")))
        .list();
  }

  private static @Nullable LocalDate day(@Nullable Date date) {
    return date == null ? null : date.toLocalDate();
  }

  /** Revokes a token of the seat's party; it is of no use from that moment on. */
  @Transactional
  public void revoke(Seat seat, long token) {
    String name =
        jdbc.sql(
                """
                update access.token set revoked_at = now()
                where id = :id and party = :party and revoked_at is null returning name
                """)
            .param("id", token)
            .param("party", seat.party().id())
            .query(String.class)
            .optional()
            .orElseThrow(
                () ->
                    new ToldToVisitors(
                        404,
                        "There is no such token of your party. Maybe it was revoked already?"));
    journal.write(
        seat,
        Deed.within(
            seat.party().id(),
            "token.revoked",
            "token:" + token,
            seat.party().place(),
            "revoked the token “%s”".formatted(name)));
  }

  /** The seat that a program with this secret has; none when the token is unknown or over. */
  Optional<Seat> find(String secret) {
    record Found(long id, String name, long party, Role role, long person, boolean today) {}
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Optional<Found> found =
        jdbc.sql(
                """
                select id, name, party, role, made_by, last_used_on = :today as today
                from access.token
                where secret_sha256 = :hash and revoked_at is null and expires_at > :now
                """)
            .param("hash", hash(secret))
            .param("today", Date.valueOf(today))
            .param("now", Timestamp.from(clock.instant()))
            .query(
                (rs, row) ->
                    new Found(
                        rs.getLong("id"),
                        rs.getString("name"),
                        rs.getLong("party"),
                        Role.valueOf(rs.getString("role")),
                        rs.getLong("made_by"),
                        rs.getBoolean("today")))
            .optional();
    found
        .filter(token -> !token.today())
        .ifPresent(
            token ->
                jdbc.sql("update access.token set last_used_on = :today where id = :id")
                    .param("today", Date.valueOf(today))
                    .param("id", token.id())
                    .update());
    return found.flatMap(
        token -> {
          Optional<Party> party = seats.findParty(token.party());
          // No person's seat has a number below 0.
          return party.map(
              known ->
                  new Seat(
                      -token.id(),
                      token.person(),
                      "The program “%s”".formatted(token.name()),
                      known,
                      token.role()));
        });
  }

  private static String hash(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
