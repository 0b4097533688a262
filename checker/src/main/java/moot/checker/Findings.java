package moot.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Every discrepancy, in words; and what could not be looked at. */
final class Findings {
  private final List<String> discrepancies = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  void wrong(String where, String what, Object... details) {
    discrepancies.add(where + ": " + String.format(Locale.UK, what, details));
  }

  void remark(String what) {
    if (!remarks.contains(what)) {
      remarks.add(what);
    }
  }

  List<String> discrepancies() {
    return List.copyOf(discrepancies);
  }

  List<String> remarks() {
    return List.copyOf(remarks);
  }

  /** Complains when a stated figure is not the recomputed one, rounding aside. */
  void compare(String where, String figure, double stated, double right) {
    if (!near(stated, right)) {
      wrong(where, "%s is stated as %s but comes to %s", figure, stated, right);
    }
  }

  /** Equal but for rounding: to a patient-metre, or a billionth of the value. */
  static boolean near(double a, double b) {
    return Math.abs(a - b) <= 1e-6 + 1e-9 * Math.max(Math.abs(a), Math.abs(b));
  }
}
