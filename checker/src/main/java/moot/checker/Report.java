package moot.checker;

import java.util.List;

/**
 * What came of checking a folder.
 *
 * @param verdicts one for each plan
 * @param ofSummary where {@code summary.csv} does not say what the plans say, in words
 */
public record Report(List<Verdict> verdicts, List<String> ofSummary) {
  public Report {
    verdicts = List.copyOf(verdicts);
    ofSummary = List.copyOf(ofSummary);
  }

  public boolean right() {
    return ofSummary.isEmpty() && verdicts.stream().allMatch(Verdict::right);
  }
}
