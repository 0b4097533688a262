package moot.app.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import moot.app.SignedIn;
import moot.app.access.Totp;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.Test;

/** Signing in with an OpenID Connect provider, against a real one that believes what it is told. */
class ProviderSignInTest {
  private static final String CLIENT = "spring.security.oauth2.client.registration.district.";
  private static final String ISSUER = "spring.security.oauth2.client.provider.district.issuer-uri";

  @Test
  void aVerifiedAddressOfAnAccountIsLetInAndNobodyElse() {
    MockOAuth2Server provider = new MockOAuth2Server();
    provider.start();
    Map<String, String> settings =
        Map.of(
            CLIENT + "client-id",
            "moot",
            CLIENT + "client-secret",
            "between the two",
            CLIENT + "client-name",
            "the district’s accounts",
            CLIENT + "scope",
            "openid,email",
            ISSUER,
            provider.issuerUrl("district").toString());
    settings.forEach(System::setProperty);
    try (RealInstallation moot = new RealInstallation()) {
      assertThat(moot.nobody().get("/sign-in").body())
          .contains("href=\"/oauth2/authorization/district\"")
          .contains("Sign in with the district’s accounts");

      SignedIn ada = moot.nobody();
      HttpResponse<String> in =
          come(provider, ada, Map.of("email", moot.email.toUpperCase(), "email_verified", true));
      assertThat(in.uri()).hasPath("/table");
      assertThat(in.body()).contains("<strong>Ada Okoro</strong> for <strong>This installation");

      int accounts = accounts(moot);
      for (Map<String, Object> claims :
          List.<Map<String, Object>>of(
              Map.of("email", moot.email, "email_verified", false),
              Map.of("email", moot.email),
              Map.of("email", "stranger@elsewhere.example", "email_verified", true),
              Map.of("sub", "nobody"))) {
        SignedIn other = moot.nobody();
        HttpResponse<String> refused = come(provider, other, claims);
        assertThat(refused.uri()).as("%s", claims).hasPath("/sign-in").hasQuery("why=unknown");
        assertThat(refused.body()).contains("no account here has that e-mail address");
        assertThat(other.get("/table").uri()).hasPath("/sign-in");
      }
      assertThat(accounts(moot)).as("nobody makes an account by coming").isEqualTo(accounts);

      assertThat(moot.nobody().get("/login/oauth2/code/district?code=made-up&state=made-up").uri())
          .hasPath("/sign-in")
          .hasQuery("why=given-up");

      byte[] secret = RealInstallation.secret(ada);
      long step = Totp.step(Instant.now());
      ada.post("/account/second-factor", Map.of("code", Totp.code(secret, step)));
      SignedIn later = moot.nobody();
      assertThat(come(provider, later, Map.of("email", moot.email, "email_verified", true)).uri())
          .as("a second factor is asked for whoever says who it is")
          .hasPath("/sign-in/code");
      assertThat(later.get("/table").uri()).hasPath("/sign-in");
    } finally {
      settings.keySet().forEach(System::clearProperty);
      provider.shutdown();
    }
  }

  private static HttpResponse<String> come(
      MockOAuth2Server provider, SignedIn visitor, Map<String, Object> claims) {
    provider.enqueueCallback(
        new DefaultOAuth2TokenCallback(
            "district", "somebody", "JWT", List.of("moot"), claims, 3600));
    return visitor.get("/oauth2/authorization/district");
  }

  private static int accounts(RealInstallation moot) {
    return moot.jdbc.sql("select count(*) from access.person").query(Integer.class).single();
  }
}
