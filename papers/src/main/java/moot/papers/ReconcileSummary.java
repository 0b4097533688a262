package moot.papers;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import moot.funding.reconcile.Distribution;
import moot.funding.reconcile.LineRule;
import moot.funding.reconcile.Reconciliation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code summary.json} of a reconciliation. Amounts in pence, shares in parts of one. */
final class ReconcileSummary {
  private static final int LARGEST = 20;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(tools.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private ReconcileSummary() {}

  record Document(
      String statement,
      String year,
      List<Line> lines,
      @JsonProperty("left_out") List<LeftOut> leftOut,
      List<String> remarks) {}

  record LeftOut(String line, @JsonProperty("paid_pence") long paid, String why) {}

  record Line(
      String line,
      @JsonProperty("paid_to") String paidTo,
      String rate,
      String mark,
      List<String> sources,
      int count,
      @JsonProperty("expected_pence") long expected,
      @JsonProperty("paid_pence") long paid,
      Spread differences,
      @JsonProperty("differences_by_months") Spread byMonths,
      @JsonProperty("lists_from") Map<String, Integer> listsFrom,
      Map<String, Count> explanations,
      @JsonProperty("commissioners_with_other_months") List<Months> months,
      List<Large> largest) {}

  record Spread(
      int compared,
      @JsonProperty("median_absolute") @Nullable Double medianAbsolute,
      @JsonProperty("called_same") double same,
      int within,
      Map<String, Double> percentiles) {}

  record Count(
      int count,
      @JsonProperty("difference_pence") long difference,
      @JsonProperty("sizes_pence") long sizes) {}

  record Months(
      String commissioner, String name, int compared, double median, int months, int of) {}

  record Large(
      String code,
      String name,
      @JsonProperty("expected_pence") long expected,
      @JsonProperty("paid_pence") long paid,
      @JsonProperty("difference_pence") long difference,
      String explanation,
      String words) {}

  /** Leaves the stream open. */
  static void write(Reconciled reconciled, OutputStream out) throws IOException {
    try {
      MAPPER.writeValue(
          out,
          new Document(
              reconciled.statement(),
              reconciled.year().toString(),
              reconciled.lines().stream().map(ReconcileSummary::line).toList(),
              reconciled.leftOut().stream()
                  .map(each -> new LeftOut(each.heading(), each.paid().pence(), each.why()))
                  .toList(),
              reconciled.remarks()));
      out.write('\n');
    } catch (JacksonException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getMessage(), e);
    }
  }

  private static Line line(Reconciliation it) {
    LineRule rule = it.rule();
    Map<String, Integer> lists = new LinkedHashMap<>();
    it.listsFrom().forEach((from, count) -> lists.put(from.words(), count));
    Map<String, Count> counts = new LinkedHashMap<>();
    it.counts()
        .forEach(
            (explanation, count) ->
                counts.put(
                    explanation.words(),
                    new Count(count.count(), count.amount().pence(), count.size().pence())));
    return new Line(
        rule.heading(),
        ReconcileFolder.paidTo(rule),
        rule.rate().inPounds().toPlainString(),
        ReconcileFolder.mark(rule.mark()),
        rule.sources(),
        it.differences().size(),
        it.expected().pence(),
        it.paid().pence(),
        spread(it.distribution(), it.tolerance().same()),
        spread(it.distributionByMonths(), it.tolerance().same()),
        lists,
        counts,
        it.months().stream()
            .filter(Reconciliation.Months::differ)
            .map(
                each ->
                    new Months(
                        each.commissioner(),
                        each.name(),
                        each.count(),
                        each.median(),
                        each.months(),
                        each.expected()))
            .toList(),
        it.differences().stream()
            .limit(LARGEST)
            .map(
                each ->
                    new Large(
                        each.code(),
                        each.name(),
                        each.expected().pence(),
                        each.paid().pence(),
                        each.amount().pence(),
                        each.explanation().words(),
                        each.words()))
            .toList());
  }

  /** Where nothing was compared there is no median, and JSON has no word for no number but null. */
  private static Spread spread(Distribution distribution, double same) {
    Map<String, Double> percentiles = new LinkedHashMap<>();
    for (int i = 0; distribution.count() > 0 && i < Distribution.AT.size(); i++) {
      percentiles.put("p" + Distribution.AT.get(i), distribution.percentiles().get(i));
    }
    return new Spread(
        distribution.count(),
        distribution.count() == 0 ? null : Double.valueOf(distribution.medianAbsolute()),
        same,
        distribution.within(),
        percentiles);
  }
}
