package moot.papers;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/**
 * {@code report.html}: an answer as one page that needs nothing else, on a screen, on a phone and
 * on paper: map, networks, exceptions, against today, how it was proved, rules, every practice.
 */
public final class PlanReport {
  private PlanReport() {}

  /** Writes UTF-8 and leaves the stream open. */
  public static void write(Answer answer, OutputStream out) throws IOException {
    Pages.write("report.jte", Map.of("page", new ReportPage(answer), "paper", false), out);
  }
}
