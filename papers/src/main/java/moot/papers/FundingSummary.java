package moot.papers;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.pricing.Arrears;
import moot.funding.pricing.Entitlement;
import moot.funding.pricing.Payee;
import moot.funding.pricing.Priced;
import moot.funding.terms.Nature;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code summary.json}: what it all comes to. Amounts in pence. */
public final class FundingSummary {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(tools.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private FundingSummary() {}

  record Document(
      String place,
      String year,
      String rates,
      @JsonProperty("membership_rule") String membershipRule,
      @JsonProperty("paid_pence") long paid,
      @JsonProperty("paid_mark") @Nullable String paidMark,
      @JsonProperty("at_most_pence") long atMost,
      @JsonProperty("at_most_mark") @Nullable String atMostMark,
      @JsonProperty("allowance_pence") long allowance,
      @JsonProperty("allowance_mark") @Nullable String allowanceMark,
      @JsonProperty("arrears_pence") long arrears,
      @JsonProperty("arrears_mark") @Nullable String arrearsMark,
      @JsonProperty("arrears_from") String arrearsFrom,
      @JsonProperty("arrears_to") String arrearsTo,
      List<TermLine> terms,
      List<PayeeLine> payees,
      @JsonProperty("left_out") List<Left> leftOut,
      List<String> missing,
      List<String> assumed,
      List<String> remarks,
      Map<String, String> marks,
      Map<String, String> sources) {}

  record TermLine(
      String contract,
      String term,
      String title,
      String nature,
      @JsonProperty("amount_pence") long amount,
      String mark,
      List<String> doubts,
      int payees) {}

  record PayeeLine(
      String payee,
      String name,
      @JsonProperty("paid_pence") long paid,
      @JsonProperty("at_most_pence") long atMost,
      @JsonProperty("allowance_pence") long allowance,
      String mark,
      List<String> doubts,
      @JsonProperty("arrears_pence") long arrears,
      @JsonProperty("arrears_mark") @Nullable String arrearsMark) {}

  /**
   * @param payees how many
   * @param codes theirs
   */
  record Left(
      String contract, String term, String title, String why, int payees, List<String> codes) {}

  /** Leaves the stream open. */
  public static void write(Funded funded, OutputStream out) throws IOException {
    try {
      MAPPER.writeValue(out, document(funded));
      out.write('\n');
    } catch (JacksonException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getMessage(), e);
    }
  }

  private static Document document(Funded funded) {
    Map<String, String> marks = new LinkedHashMap<>();
    for (Mark mark : Mark.values()) {
      marks.put(mark.sign(), mark.words());
    }
    return new Document(
        funded.place().name(),
        funded.year().toString(),
        funded.as(),
        funded.rule().inWords(),
        funded.total(Nature.PAID).pence(),
        sign(funded.findMark(Nature.PAID)),
        funded.total(Nature.AT_MOST).pence(),
        sign(funded.findMark(Nature.AT_MOST)),
        funded.total(Nature.ALLOWANCE).pence(),
        sign(funded.findMark(Nature.ALLOWANCE)),
        funded.arrearsTotal().pence(),
        sign(funded.findArrearsMark()),
        funded.arrearsFrom(),
        funded.arrearsTo(),
        terms(funded),
        payees(funded),
        leftOut(funded),
        funded.missing(),
        funded.assumed(),
        funded.remarks(),
        marks,
        funded.sources());
  }

  static List<TermLine> terms(Funded funded) {
    List<TermLine> lines = new ArrayList<>();
    for (Priced contract : funded.priced()) {
      Map<String, List<Entitlement>> byTerm = new LinkedHashMap<>();
      contract
          .entitlements()
          .forEach(e -> byTerm.computeIfAbsent(e.term().id(), t -> new ArrayList<>()).add(e));
      byTerm.forEach(
          (id, those) ->
              lines.add(
                  new TermLine(
                      contract.pack().contract(),
                      id,
                      those.getFirst().term().title(),
                      words(those.getFirst().term().nature()),
                      sum(those),
                      Entitlement.leastSure(those).sign(),
                      Entitlement.doubts(those),
                      those.size())));
    }
    return lines;
  }

  static List<PayeeLine> payees(Funded funded) {
    Map<Payee, List<Entitlement>> byPayee = new LinkedHashMap<>();
    funded
        .entitlements()
        .forEach(e -> byPayee.computeIfAbsent(e.payee(), p -> new ArrayList<>()).add(e));
    Map<Payee, Arrears> owed = funded.arrearsByPayee();
    Arrears nothing = new Arrears(List.of());
    List<PayeeLine> lines = new ArrayList<>();
    byPayee.forEach(
        (payee, those) ->
            lines.add(
                new PayeeLine(
                    payee.code(),
                    payee.inWords(),
                    sum(those, Nature.PAID),
                    sum(those, Nature.AT_MOST),
                    sum(those, Nature.ALLOWANCE),
                    Entitlement.leastSure(those).sign(),
                    Entitlement.doubts(those),
                    owed.getOrDefault(payee, nothing).total().pence(),
                    sign(owed.getOrDefault(payee, nothing).findMark()))));
    return lines;
  }

  /** Null for a sum over nothing, which has no mark. */
  private static @Nullable String sign(Optional<Mark> mark) {
    return mark.map(Mark::sign).orElse(null);
  }

  private static List<Left> leftOut(Funded funded) {
    return LeftOutTogether.of(funded.priced()).stream()
        .map(
            left ->
                new Left(
                    left.pack().contract(),
                    left.term().id(),
                    left.term().title(),
                    left.why(),
                    left.payees().size(),
                    left.payees().stream().map(Payee::code).toList()))
        .toList();
  }

  static String words(Nature nature) {
    return switch (nature) {
      case PAID -> "paid";
      case AT_MOST -> "at most";
      case ALLOWANCE -> "allowance";
    };
  }

  private static long sum(List<Entitlement> those) {
    return those.stream().map(Entitlement::total).reduce(Money.ZERO, Money::plus).pence();
  }

  private static long sum(List<Entitlement> those, Nature nature) {
    return sum(those.stream().filter(e -> e.term().nature() == nature).toList());
  }
}
