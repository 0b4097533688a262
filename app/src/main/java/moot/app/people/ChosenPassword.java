package moot.app.people;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import moot.app.access.Passwords;

/**
 * A password that somebody would like to have from now on.
 *
 * @param again the same, typed once more
 */
record ChosenPassword(String password, String again) {
  /**
   * What speaks against it, by the field of the form; empty when it will do.
   *
   * @param email of the account
   */
  Map<String, String> check(String email) {
    Map<String, String> errors = new LinkedHashMap<>();
    int bytes = password.getBytes(StandardCharsets.UTF_8).length;
    if (password.length() < Passwords.SHORTEST || bytes > Passwords.LONGEST) {
      errors.put(
          "password",
          "%d characters: expected %d to %d. Maybe take four words that do not belong together?"
              .formatted(password.length(), Passwords.SHORTEST, Passwords.LONGEST));
    } else if (password.toLowerCase(Locale.ROOT).contains(email.toLowerCase(Locale.ROOT))) {
      errors.put(
          "password",
          "The e-mail address is in it: expected what nobody can guess. Maybe take four words that do not belong together?");
    } else if (!password.equals(again)) {
      errors.put(
          "again",
          "The two are not the same: expected the password twice. Maybe a slip of the key?");
    }
    return errors;
  }

  /** Says nothing of it. */
  @Override
  public String toString() {
    return "a password";
  }
}
