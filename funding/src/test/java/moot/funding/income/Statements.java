package moot.funding.income;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import moot.funding.FinancialYear;
import moot.register.NetworkCode;
import moot.register.PracticeCode;
import moot.register.Span;
import moot.register.published.PaidPractice;
import moot.register.published.PaymentsToPractices;
import moot.register.reading.Limits;
import moot.register.reading.PublishedFile;
import moot.register.reading.Severity;
import org.jspecify.annotations.Nullable;

/** Statements for tests: made up, written out as a file, or published. */
public final class Statements {
  private Statements() {}

  /** The published one, or the test is skipped. */
  public static Statement published(String name) {
    Path file = Path.of(System.getProperty("moot.root", ".."), "../shared/data/nhs", name);
    assumeTrue(Files.exists(file), "real data not found at " + file + ": skipped");
    return Statement.of(rows(file));
  }

  /** Reads a text as if it were a published file. */
  static Statement text(Path folder, String text) {
    try {
      Path file = Files.createTempFile(folder, "payments", ".csv");
      Files.writeString(file, text);
      return Statement.of(rows(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<PaidPractice> rows(Path path) {
    List<PaidPractice> rows = new ArrayList<>();
    try (PublishedFile file =
        PublishedFile.open(
            path,
            List.of(PaymentsToPractices.toStatement(rows::add)),
            Limits.DEFAULT,
            null,
            LocalDate.of(2026, 1, 15),
            n -> {})) {
      file.read(fact -> {}, n -> {});
      assertThat(file.problems().list())
          .filteredOn(problem -> problem.severity() == Severity.ERROR)
          .isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  /** A practice of the commissioner 16C under a GMS contract, with as many weighted patients. */
  public static PaidPractice practice(
      FinancialYear year, String code, @Nullable String network, double list, Object... paid) {
    return practice(year, code, "16C", "GMS", network, null, null, list, paid);
  }

  /** The same under another code, of which nobody knows which contract it holds. */
  public static PaidPractice withoutContract(PaidPractice practice, String code) {
    return new PaidPractice(
        new PracticeCode(code),
        practice.name(),
        null,
        practice.commissioner(),
        practice.commissionerName(),
        practice.network(),
        practice.networkName(),
        practice.opened(),
        practice.closed(),
        practice.registeredList(),
        practice.weightedList(),
        practice.remark(),
        practice.year(),
        practice.paid());
  }

  /** The same with another registered list than the weighted one. */
  public static PaidPractice registered(PaidPractice practice, double registered) {
    return new PaidPractice(
        practice.code(),
        practice.name(),
        practice.contract(),
        practice.commissioner(),
        practice.commissionerName(),
        practice.network(),
        practice.networkName(),
        practice.opened(),
        practice.closed(),
        registered,
        practice.weightedList(),
        practice.remark(),
        practice.year(),
        practice.paid());
  }

  /**
   * @param paid headings and pounds, in turn
   */
  public static PaidPractice practice(
      FinancialYear year,
      String code,
      String commissioner,
      String contract,
      @Nullable String network,
      @Nullable LocalDate opened,
      @Nullable LocalDate closed,
      double list,
      Object... paid) {
    List<PaidPractice.Line> lines = new ArrayList<>();
    for (int i = 0; i < paid.length; i += 2) {
      long pence = Math.round(((Number) paid[i + 1]).doubleValue() * 100);
      lines.add(new PaidPractice.Line((String) paid[i], pence));
    }
    return new PaidPractice(
        new PracticeCode(code),
        "Surgery " + code,
        contract,
        commissioner,
        "Commissioner " + commissioner,
        network == null ? null : new NetworkCode(network),
        network == null ? null : "Network " + network,
        opened == null ? LocalDate.of(1974, 4, 1) : opened,
        closed,
        list,
        list,
        null,
        Span.between(year.from(), year.to()),
        lines);
  }
}
