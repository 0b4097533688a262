package moot.papers;

import java.io.IOException;
import java.io.OutputStream;
import moot.funding.pricing.Entitlement;
import moot.funding.pricing.PaymentLine;

/** {@code payments.csv}: one row for each month, payee and term; the amount is in pence. */
public final class PaymentsCsv {
  private PaymentsCsv() {}

  /** Writes UTF-8 and leaves the stream open. */
  public static void write(Funded funded, OutputStream out) throws IOException {
    PlanCsv.table(
        out,
        csv -> {
          csv.writeRecord(
              "month",
              "payer",
              "payee",
              "term",
              "basis",
              "quantity",
              "rate",
              "amount",
              "source",
              "mark",
              "doubts");
          for (Entitlement entitlement : funded.entitlements()) {
            for (PaymentLine line : entitlement.lines()) {
              csv.writeRecord(
                  line.month().toString(),
                  line.payer(),
                  line.payee().code(),
                  line.term().id(),
                  line.term().formula().basis().words(),
                  line.quantity().amount().stripTrailingZeros().toPlainString(),
                  line.rate().inPounds().stripTrailingZeros().toPlainString(),
                  Long.toString(line.amount().pence()),
                  String.join("; ", line.sources()),
                  line.mark().sign(),
                  String.join("; ", line.doubts()));
            }
          }
        });
  }
}
