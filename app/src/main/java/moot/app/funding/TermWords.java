package moot.app.funding;

import java.util.stream.Collectors;
import moot.funding.terms.Basis;
import moot.funding.terms.Formula;
import moot.funding.terms.Nature;
import moot.funding.terms.Per;
import moot.funding.terms.RoleMaximum;
import moot.funding.terms.Term;

/** Terms as a practice manager reads them. */
public final class TermWords {
  private TermWords() {}

  /** Who pays whom for what, and how it is worked out, in sentences. */
  public static String of(Term term) {
    StringBuilder words = new StringBuilder();
    words.append(
        "The %s pays the %s%s, %s. "
            .formatted(
                term.payer(),
                term.payee().words(),
                switch (term.nature()) {
                  case PAID -> "";
                  case AT_MOST -> " at most";
                  case ALLOWANCE -> ", as an allowance";
                },
                term.schedule().words()));
    words.append(how(term.formula()));
    if (!term.contracts().isEmpty()) {
      words.append(
          " Only to practices that hold a %s contract; where the contract is not known it is priced as if."
              .formatted(String.join(" or ", term.contracts())));
    }
    if (term.cap() != null) {
      words.append(" At most %s a payee and year.".formatted(term.cap()));
    }
    if (term.floor() != null) {
      words.append(" At least %s a payee and year.".formatted(term.floor()));
    }
    if (term.rounding() == Term.Rounding.DOWN) {
      words.append(" The part of a penny is cut off.");
    }
    if (term.line() != null) {
      words.append(" Published payments list it as “%s”.".formatted(term.line()));
    }
    if (term.nature() == Nature.AT_MOST) {
      words.append(" What is claimed or achieved decides how much of it is paid.");
    }
    return words.toString();
  }

  private static String how(Formula formula) {
    return switch (formula) {
      case Formula.PerUnit unit ->
          "Rate × %s.%s"
              .formatted(
                  unit.basis().words(),
                  unit.bands().isEmpty()
                      ? ""
                      : unit.bands().stream()
                          .map(band -> "above %s at %d %%".formatted(band.above(), band.percent()))
                          .collect(Collectors.joining("; ", " In steps: ", ".")));
      case Formula.Parts parts ->
          "Rate × %s × the parts achieved: %s."
              .formatted(
                  parts.basis().words(),
                  parts.parts().stream()
                      .map(
                          part ->
                              "%s (%d of %d)"
                                  .formatted(part.title(), part.weight(), parts.weights()))
                      .collect(Collectors.joining("; ")));
      case Formula.Points points ->
          "Points achieved, of %s at most, × the value of a point%s.%s"
              .formatted(
                  points.most(),
                  points.averageList() == null
                      ? ""
                      : " × list over the average list of %s".formatted(points.averageList()),
                  points.indicators().isEmpty()
                      ? ""
                      : points.indicators().stream()
                          .map(
                              one ->
                                  "%s: %s points between %s %% and %s %%"
                                      .formatted(
                                          one.title(), one.points(), one.lower(), one.upper()))
                          .collect(Collectors.joining("; ", " ", ".")));
      case Formula.PotShare pot ->
          "A share of %s by %s, of %s in the country."
              .formatted(pot.pot(), pot.basis().words(), pot.national());
      case Formula.TopUp topUp ->
          "What was got elsewhere is topped up to rate × %s.".formatted(topUp.basis().words());
    };
  }

  /** What a rate is for: "a patient and year". */
  public static String per(Term term) {
    Basis basis = term.formula().basis();
    Per per = term.formula().per();
    return per == Per.WINDOW
        ? "%s for the whole time".formatted(basis.oneUnit())
        : "%s and %s".formatted(basis.oneUnit(), per.words());
  }

  /** A role's band, share and caps. */
  public static String of(RoleMaximum role) {
    StringBuilder words = new StringBuilder();
    if (role.band() != null) {
      words.append("Band %s. ".formatted(role.band()));
    }
    words.append("%d %% of the cost is reimbursed.".formatted(role.percent()));
    if (role.most() != null) {
      words.append(" At most %d whole-time equivalents a network".formatted(role.most()));
      words.append(
          role.mostIfLarge() == null
              ? "."
              : ", %d from %,d patients on.".formatted(role.mostIfLarge(), RoleMaximum.LARGE));
    }
    return words.toString();
  }
}
