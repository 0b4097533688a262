package moot.app.funding;

import java.util.List;
import moot.funding.terms.Formula;
import moot.funding.terms.PayeeKind;
import moot.funding.terms.Term;
import moot.papers.Funded;

/**
 * What a practice or network can achieve in a year, and is paid for.
 *
 * @param points terms that pay by points
 * @param parts terms that pay for parts
 */
public record Achievable(List<Term> points, List<Term> parts) {
  static Achievable of(Funded funded, PayeeKind payee) {
    List<Term> terms =
        funded.priced().stream()
            .flatMap(contract -> contract.pack().terms().stream())
            .filter(term -> term.payee() == payee)
            .toList();
    return new Achievable(
        terms.stream().filter(term -> term.formula() instanceof Formula.Points).toList(),
        terms.stream().filter(term -> term.formula() instanceof Formula.Parts).toList());
  }

  public boolean isNothing() {
    return points.isEmpty() && parts.isEmpty();
  }

  /** Each with the most points there are: "achievement (of 564)". */
  public String pointsInWords() {
    return String.join(
        "; ",
        points.stream()
            .map(
                term ->
                    term.formula() instanceof Formula.Points all
                        ? "%s (of %s)".formatted(term.title(), all.most())
                        : term.title())
            .toList());
  }

  public String partsInWords() {
    return String.join("; ", parts.stream().map(Term::title).toList());
  }
}
