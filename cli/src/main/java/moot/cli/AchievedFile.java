package moot.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import moot.funding.pricing.Achievement;
import moot.funding.pricing.FundedPlace;
import moot.funding.pricing.FundedPractice;
import moot.funding.terms.Formula;
import moot.funding.terms.Pack;
import moot.funding.terms.Term;
import moot.register.reading.Column;
import moot.register.reading.Row;
import org.jspecify.annotations.Nullable;

/** {@code --achieved}: what practices and networks achieved, a row for each. */
final class AchievedFile {
  static final Column PAYEE = Column.required("payee", "practice_code", "network_code");
  static final Column TERM = Column.optional("term");
  static final Column POINTS = Column.optional("points", "qof_points", "iif_points");
  static final Column PREVALENCE = Column.optional("prevalence_factor");
  static final Column PERCENT = Column.optional("percent", "caip_share");

  private AchievedFile() {}

  /**
   * @param contracts of the year, and {@code place}: what a row may name
   * @throws UserError when anything in the file is wrong
   */
  static List<Achievement> read(Path file, List<Pack> contracts, FundedPlace place, PrintWriter err)
      throws IOException {
    Set<String> payees = new TreeSet<>();
    for (FundedPractice practice : place.practices()) {
      payees.add(practice.code().value());
      practice.memberships().forEach(in -> payees.add(in.network().value()));
    }
    List<Term> terms = contracts.stream().flatMap(contract -> contract.terms().stream()).toList();
    List<Achievement> said = new ArrayList<>();
    InputFile.read(file, SmallTables.achieved(row -> add(row, payees, terms, said)), err);
    return said;
  }

  private static void add(Row row, Set<String> payees, List<Term> terms, List<Achievement> said) {
    String payee = row.text(PAYEE);
    String term = row.isBlank(TERM) ? null : row.text(TERM);
    if (!payees.contains(payee)) {
      row.error(
          PAYEE,
          "expected the code of a practice or network that is priced",
          "Maybe it belongs to another place?");
    }
    if (term != null && terms.stream().noneMatch(one -> one.id().equals(term) && asks(one))) {
      row.error(
          TERM,
          "expected a term of the year that pays by what was achieved: "
              + terms.stream()
                  .filter(AchievedFile::asks)
                  .map(Term::id)
                  .collect(Collectors.joining(", ")),
          "Maybe leave it blank, for all that the payee can achieve?");
    }
    if (row.areBlank(POINTS, PERCENT)) {
      row.error(PAYEE, "expected points or percent beside it", "Maybe a cell was lost?");
    }
    BigDecimal points = number(row, POINTS);
    BigDecimal prevalence = number(row, PREVALENCE);
    BigDecimal percent = number(row, PERCENT);
    if (percent != null && percent.stripTrailingZeros().scale() > 0) {
      row.error(PERCENT, "expected a whole percentage from 0 to 100", "Maybe round it?");
      return;
    }
    try {
      said.add(
          new Achievement(
              payee, term, points, prevalence, percent == null ? null : percent.intValue()));
    } catch (IllegalArgumentException e) {
      row.error(PAYEE, String.valueOf(e.getMessage()), "Maybe two columns are swapped?");
    }
  }

  private static boolean asks(Term term) {
    return term.formula() instanceof Formula.Points || term.formula() instanceof Formula.Parts;
  }

  private static @Nullable BigDecimal number(Row row, Column column) {
    Double number = row.isBlank(column) ? null : row.number(column);
    return number == null ? null : BigDecimal.valueOf(number).stripTrailingZeros();
  }
}
