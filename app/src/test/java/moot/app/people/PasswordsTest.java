package moot.app.people;

import static moot.app.people.RealInstallation.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import moot.app.SignedIn;
import moot.app.access.Totp;
import org.junit.jupiter.api.Test;

/** A password that is changed, and one that was forgotten. */
class PasswordsTest {
  private static final String NEW = "quite another battery";
  private static final String THIRD = "a third one in a row";
  private static final Pattern LINK =
      Pattern.compile("value=\"http[^\"]+(/passwords/[A-Za-z0-9_-]{32})\"");

  @Test
  void whoKnowsThePasswordChangesItAndIsSignedOutElsewhere() {
    try (RealInstallation moot = new RealInstallation()) {
      SignedIn ada = moot.ada;
      SignedIn elsewhere = moot.nobody();
      assertThat(signIn(elsewhere, moot.email, PASSWORD).uri()).hasPath("/table");

      assertThat(change(ada, "wrong horse battery", NEW, NEW).body())
          .contains("This is not your password");
      assertThat(change(ada, PASSWORD, "short", "short").body())
          .contains("5 characters: expected 12 to 72");
      assertThat(change(ada, PASSWORD, NEW, THIRD).body()).contains("The two are not the same");
      assertThat(change(ada, PASSWORD, moot.email, moot.email).statusCode()).isEqualTo(422);
      assertThat(elsewhere.get("/table").uri()).as("nothing has changed").hasPath("/table");

      String open = link(moot);
      HttpResponse<String> changed = change(ada, PASSWORD, NEW, NEW);
      assertThat(changed.body()).contains("Your password is changed");
      assertThat(ada.get("/table").uri()).as("this session stays").hasPath("/table");
      assertThat(elsewhere.get("/table").uri()).as("others end").hasPath("/sign-in");
      assertThat(moot.nobody().get(open).statusCode()).as("a link from before").isEqualTo(404);
      assertThat(signIn(moot.nobody(), moot.email, PASSWORD).statusCode()).isEqualTo(401);
      assertThat(signIn(moot.nobody(), moot.email, NEW).uri()).hasPath("/table");
      assertThat(ada.get("/journal").body())
          .contains("changed the password for signing in")
          .doesNotContain(NEW, PASSWORD);
    }
  }

  @Test
  void guessingTheOldPasswordIsCountedWithTheSignIn() {
    try (RealInstallation moot = new RealInstallation()) {
      for (int i = 0; i < 8; i++) {
        assertThat(change(moot.ada, "wrong horse battery", NEW, NEW).statusCode()).isEqualTo(422);
      }
      assertThat(change(moot.ada, PASSWORD, NEW, NEW).statusCode()).isEqualTo(429);
      HttpResponse<String> locked = signIn(moot.nobody(), moot.email, PASSWORD);
      assertThat(locked.statusCode()).isEqualTo(429);
      assertThat(locked.body())
          .contains("ask who looks after this installation for a link")
          .doesNotContain("new invitation");
    }
  }

  @Test
  void aLinkIsShownOnceWorksOnceEndsAllSessionsAndLiftsTheLockOut() {
    try (RealInstallation moot = new RealInstallation()) {
      String first = link(moot);
      String link = link(moot);
      assertThat(moot.nobody().get(first).statusCode()).as("a newer one was made").isEqualTo(404);
      String secret = link.substring(link.lastIndexOf('/') + 1);
      assertThat(moot.ada.get("/people/accounts").body()).doesNotContain(secret);
      assertThat(
              moot.jdbc
                  .sql("select count(*) from access.password_link l where l::text like :secret")
                  .param("secret", "%" + secret + "%")
                  .query(Integer.class)
                  .single())
          .as("only the hash is kept")
          .isZero();
      for (int i = 0; i < 9; i++) {
        signIn(moot.nobody(), moot.email, "wrong horse battery");
      }
      assertThat(signIn(moot.nobody(), moot.email, PASSWORD).statusCode()).isEqualTo(429);

      SignedIn forgetful = moot.nobody();
      assertThat(forgetful.get(link).body()).contains(moot.email);
      assertThat(choose(forgetful, link, "short").statusCode()).isEqualTo(422);
      assertThat(moot.ada.get("/table").uri()).as("still signed in").hasPath("/table");
      assertThat(choose(forgetful, link, NEW).body()).contains("The new password is set");

      assertThat(moot.ada.get("/table").uri()).as("all sessions end").hasPath("/sign-in");
      assertThat(forgetful.get("/table").uri()).as("signs nobody in").hasPath("/sign-in");
      assertThat(forgetful.get(link).statusCode()).as("used").isEqualTo(404);
      assertThat(choose(forgetful, link, THIRD).statusCode()).as("used").isEqualTo(404);
      assertThat(signIn(forgetful, moot.email, PASSWORD).statusCode()).isEqualTo(401);
      assertThat(signIn(forgetful, moot.email, NEW).uri()).hasPath("/table");
      assertThat(forgetful.get("/journal").body())
          .contains("made a link on which Ada Okoro can choose a new password")
          .contains("chose a new password by a link")
          .doesNotContain(secret, NEW);
    }
  }

  @Test
  void aLinkIsGoodForADay() {
    try (RealInstallation moot = new RealInstallation()) {
      String link = link(moot);
      String left =
          "select extract(epoch from expires_at - made_at)::int from access.password_link"
              + " order by id desc limit 1";
      assertThat(moot.jdbc.sql(left).query(Integer.class).single()).isEqualTo(24 * 60 * 60);
      moot.jdbc.sql("update access.password_link set expires_at = now() + interval '9 s'").update();
      assertThat(moot.nobody().get(link).statusCode()).isEqualTo(200);
      moot.jdbc.sql("update access.password_link set expires_at = now()").update();
      assertThat(moot.nobody().get(link).statusCode()).isEqualTo(404);
      assertThat(choose(moot.nobody(), link, NEW).statusCode()).isEqualTo(404);
      assertThat(signIn(moot.nobody(), moot.email, PASSWORD).uri()).hasPath("/table");
    }
  }

  @Test
  void ofManyWhoComeAtOnceWithOneLinkOneIsTheFirst() throws Exception {
    try (RealInstallation moot = new RealInstallation();
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      String link = link(moot);
      List<Callable<Integer>> coming =
          Stream.of("one", "two", "three", "four")
              .map(
                  name -> {
                    SignedIn visitor = moot.nobody();
                    Map<String, String> form = form(visitor, link, name + " " + NEW);
                    return (Callable<Integer>) () -> visitor.post(link, form).statusCode();
                  })
              .toList();
      int came = 0;
      for (Future<Integer> answer : threads.invokeAll(coming)) {
        assertThat(answer.get()).isIn(200, 404);
        came += answer.get() == 200 ? 1 : 0;
      }
      assertThat(came).isEqualTo(1);
    }
  }

  @Test
  void theSecondFactorIsStillOwed_alsoByWhoHadTypedTheOldPasswordAlready() {
    try (RealInstallation moot = new RealInstallation()) {
      byte[] secret = RealInstallation.secret(moot.ada);
      long step = Totp.step(Instant.now());
      moot.ada.post("/account/second-factor", Map.of("code", Totp.code(secret, step)));
      SignedIn halfway = moot.nobody();
      assertThat(signIn(halfway, moot.email, PASSWORD).uri()).hasPath("/sign-in/code");
      choose(moot.nobody(), link(moot), NEW);
      assertThat(halfway.get("/sign-in/code").uri()).as("begins anew").hasPath("/sign-in");
      assertThat(signIn(moot.nobody(), moot.email, NEW).uri()).hasPath("/sign-in/code");
    }
  }

  @Test
  void fromTheTerminalOnlyAdministratorsOfTheInstallationGetALink() {
    try (RealInstallation moot = new RealInstallation()) {
      PasswordLinks links = moot.served.context().getBean(PasswordLinks.class);
      assertThat(links.makeForAdministrator("nobody@install.example")).isEmpty();
      moot.jdbc
          .sql("insert into access.person (name, email) values ('Bea', :email)")
          .param("email", "bea." + moot.email)
          .update();
      assertThat(links.makeForAdministrator("bea." + moot.email)).as("no seat").isEmpty();
      String secret = links.makeForAdministrator(moot.email.toUpperCase()).orElseThrow().secret();
      assertThat(choose(moot.nobody(), "/passwords/" + secret, NEW).body())
          .contains("The new password is set");
      assertThat(signIn(moot.nobody(), moot.email, NEW).uri()).hasPath("/table");
      assertThat(choose(moot.nobody(), "/passwords/" + secret, THIRD).statusCode()).isEqualTo(404);
    }
  }

  /** Made by Ada for herself, on the page of all accounts. */
  private static String link(RealInstallation moot) {
    long person =
        moot.jdbc
            .sql("select id from access.person where email = :email")
            .param("email", moot.email)
            .query(Long.class)
            .single();
    String path = "/people/accounts/" + person + "/password-link";
    assertThat(moot.ada.get("/people/accounts?who=" + moot.email).body()).contains(path);
    HttpResponse<String> page = moot.ada.post(path, Map.of());
    Matcher link = LINK.matcher(page.body());
    assertThat(link.find()).as(page.body()).isTrue();
    return URI.create(link.group(1)).getPath();
  }

  private static HttpResponse<String> change(
      SignedIn visitor, String until, String password, String again) {
    return visitor.post(
        "/account/password", Map.of("current", until, "password", password, "again", again));
  }

  private static HttpResponse<String> choose(SignedIn visitor, String link, String password) {
    return visitor.post(link, Map.of("password", password, "again", password));
  }

  private static Map<String, String> form(SignedIn visitor, String link, String password) {
    Matcher token =
        Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(visitor.get(link).body());
    assertThat(token.find()).isTrue();
    return Map.of("password", password, "again", password, "_csrf", token.group(1));
  }

  private static HttpResponse<String> signIn(SignedIn visitor, String email, String password) {
    return visitor.post("/sign-in", Map.of("email", email, "password", password));
  }
}
