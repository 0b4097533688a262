package moot.papers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a year comes to, as files in one folder; each is there whole or not at all. */
public final class FundingFolder {
  private FundingFolder() {}

  /**
   * @param folder is made when it is not there
   */
  public static void write(Funded funded, Path folder) throws IOException {
    Files.createDirectories(folder);
    PlanFolder.file(folder, "payments.csv", out -> PaymentsCsv.write(funded, out));
    PlanFolder.file(folder, "arrears.csv", out -> ArrearsCsv.write(funded, out));
    PlanFolder.file(folder, "payments.xlsx", out -> PaymentsXlsx.write(funded, out));
    PlanFolder.file(folder, "trace.json", out -> TraceJson.write(funded, out));
    PlanFolder.file(folder, "summary.json", out -> FundingSummary.write(funded, out));
  }
}
