package moot.checker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether {@code summary.csv} says of each place what its folder says. */
final class SummaryAudit {
  private SummaryAudit() {}

  static List<String> audit(Path file, List<Verdict> verdicts) throws IOException {
    Findings findings = new Findings();
    Map<String, Verdict> unseen = new TreeMap<>();
    verdicts.forEach(verdict -> unseen.put(verdict.place(), verdict));
    InputReading.rows(
        file,
        List.of("place_code", "cost", "bound", "gap", "status", "networks"),
        row -> {
          String place = InputReading.field(file, row, "place_code");
          String where = "summary.csv, " + place;
          Verdict verdict = unseen.remove(place);
          if (verdict == null) {
            findings.wrong(where, "there is no folder with its plan, or it is there twice");
            return;
          }
          findings.compare(where, "cost", InputReading.number(file, row, "cost"), verdict.cost());
          findings.compare(
              where, "bound", InputReading.number(file, row, "bound"), verdict.bound());
          findings.compare(where, "gap", InputReading.number(file, row, "gap"), verdict.gap());
          findings.compare(
              where, "networks", InputReading.whole(file, row, "networks"), verdict.networks());
          String status = InputReading.field(file, row, "status");
          if (!status.equals(verdict.status())) {
            findings.wrong(where, "status is %s, in its plan %s", status, verdict.status());
          }
        });
    unseen.keySet().forEach(place -> findings.wrong("summary.csv", "place %s is missing", place));
    return findings.discrepancies();
  }
}
