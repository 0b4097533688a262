package moot.app.people;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import moot.app.MootApplication;
import moot.app.MootApplication.Served;
import moot.app.SignedIn;
import moot.app.register.RegisterForTests;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A Moot that is no demo, with one administrator who has just come. */
final class RealInstallation implements AutoCloseable {
  static final String PASSWORD = "correct horse battery";
  private static final Pattern KEY =
      Pattern.compile("<code class=\"moot-key\">([A-Z2-7 ]+)</code>");
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  final Served served;
  final JdbcClient jdbc;
  final String email = "ada." + UUID.randomUUID() + "@install.example";
  final SignedIn ada;

  RealInstallation() {
    RegisterForTests.emptied();
    served = MootApplication.serve(RegisterForTests.openAgain(), "127.0.0.1", 0);
    jdbc = JdbcClient.create(served.context().getBean(DataSource.class));
    jdbc.sql("delete from access.attempt").update();
    ada = SignedIn.nobody(served);
    String link = "/invitations/" + invitations().inviteAdministrator("Ada Okoro", email);
    var come = ada.post(link, Map.of("name", "Ada Okoro", "password", PASSWORD, "again", PASSWORD));
    if (!come.body().contains("<strong>Ada Okoro</strong>")) {
      throw new IllegalStateException(come.body());
    }
  }

  Invitations invitations() {
    return served.context().getBean(Invitations.class);
  }

  SignedIn nobody() {
    return SignedIn.nobody(served);
  }

  /** The key that the account page shows, as the telephone keeps it. */
  static byte[] secret(SignedIn visitor) {
    Matcher key = KEY.matcher(visitor.get("/account").body());
    if (!key.find()) {
      throw new IllegalStateException("no key");
    }
    byte[] secret = new byte[20];
    String text = key.group(1).replace(" ", "");
    for (int i = 0; i < secret.length * 8; i++) {
      int bit = BASE32.indexOf(text.charAt(i / 5)) >> (4 - i % 5) & 1;
      secret[i / 8] |= (byte) (bit << (7 - i % 8));
    }
    return secret;
  }

  @Override
  public void close() {
    served.close();
  }
}
