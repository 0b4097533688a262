package moot.app.access;

/**
 * Somebody else with whom people may sign in.
 *
 * @param name as people know it
 * @param path where signing in there begins
 */
public record Provider(String name, String path) {}
