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
 * @param notes what a reader must know of the whole: what was not found, what contradicts what
 */
public record Pack(
    String contract,
    String title,
    FinancialYear year,
    Map<String, String> sources,
    List<Term> terms,
    List<RoleMaximum> maxima,
    List<Deduction> deductions,
    List<String> notes) {
  public Pack {
    sources = Map.copyOf(sources);
    terms = List.copyOf(terms);
    maxima = List.copyOf(maxima);
    deductions = List.copyOf(deductions);
    notes = List.copyOf(notes);
  }

  /** Without deductions and notes. */
  public Pack(
      String contract,
      String title,
      FinancialYear year,
      Map<String, String> sources,
      List<Term> terms,
      List<RoleMaximum> maxima) {
    this(contract, title, year, sources, terms, maxima, List.of(), List.of());
  }

  public Optional<Term> findTerm(String id) {
    return terms.stream().filter(term -> term.id().equals(id)).findFirst();
  }
}
