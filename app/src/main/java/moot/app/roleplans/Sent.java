package moot.app.roleplans;

import java.util.HashMap;
import java.util.Map;
import moot.app.web.ToldToVisitors;

/**
 * A form as it was sent.
 *
 * @param fields name → what was written, without blanks around it
 */
record Sent(Map<String, String> fields) {
  /** Characters that one field may have. */
  static final int LONGEST = 200;

  Sent {
    fields = Map.copyOf(fields);
  }

  static Sent of(Map<String, String> fields) {
    Map<String, String> said = new HashMap<>();
    fields.forEach((name, value) -> said.put(name, value.replace("\u0000", "").strip()));
    return new Sent(said);
  }

  /** The version that a form was filled in on. */
  static int version(Map<String, String> fields) {
    String written = fields.getOrDefault("on", "");
    try {
      return Integer.parseInt(written);
    } catch (NumberFormatException e) {
      throw new ToldToVisitors(
          400,
          "The version \"%s\" that the form was filled in on: expected a number. Maybe the form was cut short?"
              .formatted(written.length() > 20 ? written.length() + " characters" : written));
    }
  }

  /** What was written in a field; empty for nothing. */
  String get(String name) {
    return fields.getOrDefault(name, "");
  }

  boolean isEmpty(String name) {
    return get(name).isEmpty();
  }

  /**
   * @throws moot.funding.roles.BadRolePlan for a field that is too long
   */
  void refuseTooLong() {
    fields.forEach(
        (name, value) -> {
          if (value.length() > LONGEST && !name.equals("_csrf")) {
            throw Typed.bad(
                name.length() > LONGEST ? "a field" : name,
                value.length() + " characters",
                "at most " + LONGEST,
                "Maybe say it in fewer words.");
          }
        });
  }
}
