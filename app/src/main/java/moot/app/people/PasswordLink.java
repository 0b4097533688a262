package moot.app.people;

/**
 * A link on which somebody can choose a new password.
 *
 * @param person whose account it is
 */
public record PasswordLink(long person, String name, String email) {}
