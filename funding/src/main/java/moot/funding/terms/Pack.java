package moot.funding.terms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import moot.funding.FinancialYear;

/**
 * The terms of one contract in one financial year.
 *
 * @param contract for example {@code network-contract}
 * @param title for example Network Contract DES
 * @param sources code to the page in words, address and all
 * @param maxima the most that is reimbursed for one whole-time equivalent of each role
 * @param deductions what practices give up for what they do not do
 * @param notes what a reader must know of the whole: what contradicts what, where lines come from
 * @param missing payments that the contract makes and whose figures were not found: sums over the
 *     pack are too small by them
 */
public record Pack(
    String contract,
    String title,
    FinancialYear year,
    Map<String, String> sources,
    List<Term> terms,
    List<RoleMaximum> maxima,
    List<Deduction> deductions,
    List<String> notes,
    List<String> missing) {
  public Pack {
    sources = Map.copyOf(sources);
    terms = List.copyOf(terms);
    maxima = List.copyOf(maxima);
    deductions = List.copyOf(deductions);
    notes = List.copyOf(notes);
    missing = List.copyOf(missing);
  }

  /** Without deductions, notes and anything missing. */
  public Pack(
      String contract,
      String title,
      FinancialYear year,
      Map<String, String> sources,
      List<Term> terms,
      List<RoleMaximum> maxima) {
    this(contract, title, year, sources, terms, maxima, List.of(), List.of(), List.of());
  }

  public Optional<Term> findTerm(String id) {
    return terms.stream().filter(term -> term.id().equals(id)).findFirst();
  }
}
