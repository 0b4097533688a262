package moot.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import moot.funding.FinancialYear;
import moot.funding.income.Statement;
import moot.register.published.PaidPractice;
import moot.register.published.PaymentsToPractices;
import org.jspecify.annotations.Nullable;

/** Reads a published file of payments. */
final class StatementFile {
  private StatementFile() {}

  /**
   * @param year of the file, as the file names none; null to go by its latest opening
   */
  static Statement read(Path file, @Nullable FinancialYear year, PrintWriter err)
      throws IOException {
    List<PaidPractice> rows = new ArrayList<>();
    InputFile.read(
        file,
        PaymentsToPractices.toStatement(rows::add),
        year == null ? null : year.to().plusDays(1),
        err);
    return year == null ? Statement.of(rows) : Statement.of(year, rows);
  }

  /** A financial year that was typed. */
  static FinancialYear year(String option, String typed) {
    return FinancialYear.find(typed)
        .orElseThrow(
            () ->
                new UserError(
                    "%s \"%s\": expected a financial year such as 2022/23. Maybe only one half of it is there?"
                        .formatted(option, typed)));
  }
}
