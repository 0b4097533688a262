package moot.papers;

import java.util.List;
import moot.funding.FinancialYear;
import moot.funding.reconcile.LineRules;
import moot.funding.reconcile.Reconciliation;

/**
 * All lines of one statement that were reconciled, ready to be written.
 *
 * @param statement what the statement is called
 * @param leftOut lines of it that cannot be worked out
 * @param remarks what the reader must know of the figures
 */
public record Reconciled(
    String statement,
    FinancialYear year,
    List<Reconciliation> lines,
    List<LineRules.LeftOut> leftOut,
    List<String> remarks) {
  /** Holds of every reconciliation. */
  public static final String HOW_TO_READ =
      "An explanation says what would fit, not what happened. Up to 1 % is called the same: an assumption of Moot's.";

  public Reconciled {
    lines = List.copyOf(lines);
    leftOut = List.copyOf(leftOut);
    remarks = List.copyOf(remarks);
  }
}
