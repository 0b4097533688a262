package moot.app.access;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Second factors: a secret shared with a person's telephone, and recovery codes for when that is
 * lost. Whoever switches one on or off writes the journal in the same transaction.
 */
@Component
public class SecondFactors {
  /** So many recovery codes. */
  public static final int RECOVERY_CODES = 10;

  private static final int RECOVERY_BYTES = 10;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;
  private final Clock clock = Clock.systemUTC();

  SecondFactors(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /** Whether signing in asks this person for a code. */
  public boolean isOn(long person) {
    return jdbc.sql("select exists (select from access.second_factor where person = :person)")
        .param("person", person)
        .query(Boolean.class)
        .single();
  }

  /** How many recovery codes a person has not used. */
  public int countRecoveryCodes(long person) {
    return jdbc.sql(
            "select count(*) from access.recovery_code where person = :person and used_at is null")
        .param("person", person)
        .query(Integer.class)
        .single();
  }

  /**
   * Switches it on when the code shows that the telephone has the secret.
   *
   * @return recovery codes, which are not kept and cannot be shown again; empty when the code is
   *     wrong or it is on already
   */
  public Optional<List<String>> switchOn(long person, byte[] secret, String code) {
    OptionalLong step = Totp.find(secret, plain(code), clock.instant());
    if (step.isEmpty()) {
      return Optional.empty();
    }
    int added =
        jdbc.sql(
                """
                insert into access.second_factor (person, secret, last_step)
                values (:person, :secret, :step) on conflict do nothing
                """)
            .param("person", person)
            .param("secret", secret)
            .param("step", step.getAsLong())
            .update();
    if (added == 0) {
      return Optional.empty();
    }
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < RECOVERY_CODES; i++) {
      byte[] random = new byte[RECOVERY_BYTES];
      RANDOM.nextBytes(random);
      String recovery = Totp.base32(random).toLowerCase(Locale.ROOT);
      jdbc.sql("insert into access.recovery_code (person, code_sha256) values (:person, :hash)")
          .param("person", person)
          .param("hash", Sha256.of(recovery))
          .update();
      codes.add(String.join("-", recovery.split("(?<=\\G.{4})")));
    }
    return Optional.of(codes);
  }

  /** Switches it off; false when it was not on. */
  public boolean switchOff(long person) {
    return jdbc.sql("delete from access.second_factor where person = :person")
            .param("person", person)
            .update()
        > 0;
  }

  /** Whether this is a code of the person's, from the telephone or for recovery; works once. */
  public boolean use(long person, String code) {
    String plain = plain(code);
    return useOfTelephone(person, plain) || useForRecovery(person, plain);
  }

  private boolean useOfTelephone(long person, String code) {
    Instant now = clock.instant();
    OptionalLong step =
        jdbc.sql("select secret from access.second_factor where person = :person")
            .param("person", person)
            .query((rs, row) -> rs.getBytes("secret"))
            .optional()
            .map(secret -> Totp.find(secret, code, now))
            .orElse(OptionalLong.empty());
    return step.isPresent()
        && jdbc.sql(
                    "update access.second_factor set last_step = :step"
                        + " where person = :person and last_step < :step")
                .param("step", step.getAsLong())
                .param("person", person)
                .update()
            > 0;
  }

  private boolean useForRecovery(long person, String code) {
    return jdbc.sql(
                """
                update access.recovery_code set used_at = :now
                where person = :person and code_sha256 = :hash and used_at is null
                """)
            .param("now", Timestamp.from(clock.instant()))
            .param("person", person)
            .param("hash", Sha256.of(code))
            .update()
        > 0;
  }

  /** As it is kept: however it was typed. */
  private static String plain(String code) {
    return code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
  }
}
