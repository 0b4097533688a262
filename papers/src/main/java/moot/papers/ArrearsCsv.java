package moot.papers;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import moot.funding.pricing.Arrears;

/**
 * {@code arrears.csv}: one row for each month, payee and term for which something is owed since
 * rates changed; the amount is in pence, less than nothing where it is owed back.
 */
public final class ArrearsCsv {
  private ArrearsCsv() {}

  /** Writes UTF-8 and leaves the stream open. */
  public static void write(Funded funded, OutputStream out) throws IOException {
    PlanCsv.table(
        out,
        csv -> {
          csv.writeRecord(
              "month",
              "paid_with",
              "payer",
              "payee",
              "contract",
              "term",
              "amount",
              "mark",
              "doubts",
              "from",
              "to");
          for (int i = 0; i < funded.arrears().size(); i++) {
            String contract = funded.priced().get(i).pack().contract();
            for (Arrears.Line line : funded.arrears().get(i).lines()) {
              csv.writeRecord(
                  line.month().toString(),
                  Objects.toString(line.paidWith(), ""),
                  line.term().payer(),
                  line.payee().code(),
                  contract,
                  line.term().id(),
                  Long.toString(line.amount().pence()),
                  line.mark().sign(),
                  String.join("; ", line.doubts()),
                  funded.arrearsFrom(),
                  funded.arrearsTo());
            }
          }
        });
  }
}
