package moot.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import moot.funding.Mark;
import moot.funding.Money;
import moot.funding.pricing.Entitlement;
import moot.funding.pricing.Priced;
import moot.funding.terms.Nature;
import moot.papers.Funded;
import moot.papers.LeftOutTogether;

/** What {@code fund} found, for the terminal. */
final class FundWords {
  private static final int LEFT_OUT_SHOWN = 12;

  private FundWords() {}

  static void print(Funded funded, Path folder, PrintWriter out) {
    out.printf("%s, %s, rates %s%n", funded.place().name(), funded.year(), funded.as());
    for (Priced contract : funded.priced()) {
      if (contract.entitlements().isEmpty()) {
        continue;
      }
      out.printf("%n%s%n", contract.pack().title());
      terms(contract).forEach((title, sum) -> out.println(sum.line(title)));
    }
    out.println();
    sum("paid", funded.total(Nature.PAID), funded.findMark(Nature.PAID), out);
    sum(
        "at most, against claims and achievement",
        funded.total(Nature.AT_MOST),
        funded.findMark(Nature.AT_MOST),
        out);
    if (!funded.total(Nature.ALLOWANCE).isZero()) {
      sum(
          "allowance of the commissioner",
          funded.total(Nature.ALLOWANCE),
          funded.findMark(Nature.ALLOWANCE),
          out);
    }
    if (!funded.arrearsTotal().isZero()) {
      sum(
          "arrears from rates %s to rates %s".formatted(funded.arrearsFrom(), funded.arrearsTo()),
          funded.arrearsTotal(),
          funded.findArrearsMark(),
          out);
    }
    leftOut(funded, out);
    funded.toKnow().forEach(remark -> out.println("note: " + remark));
    Entitlement.doubts(
            funded.priced().stream().flatMap(contract -> contract.entitlements().stream()).toList())
        .forEach(doubt -> out.println("note: less sure than the rates: " + doubt));
    boolean unverified =
        funded.priced().stream()
            .flatMap(contract -> contract.entitlements().stream())
            .anyMatch(entitlement -> !entitlement.mark().isVerified());
    if (unverified) {
      out.println("note: figures marked M or M+ are unverified");
    }
    out.printf("files: %s%n", folder.resolve("payments.csv"));
  }

  private static void sum(String what, Money amount, Optional<Mark> mark, PrintWriter out) {
    out.printf(
        Locale.UK,
        "%-58s %18s%s%n",
        what,
        amount,
        mark.map(one -> "  [%s]".formatted(one.sign())).orElse(""));
  }

  private record Sum(Money amount, Mark mark, Nature nature, int payees) {
    Sum plus(Entitlement entitlement) {
      return new Sum(
          amount.plus(entitlement.total()),
          mark.orLessSure(entitlement.mark()),
          nature,
          payees + 1);
    }

    String line(String title) {
      String words = nature == Nature.AT_MOST ? title + ", at most" : title;
      return String.format(
          Locale.UK, "  %-56s %18s  [%s]  %,d payees", words, amount, mark.sign(), payees);
    }
  }

  private static Map<String, Sum> terms(Priced contract) {
    Map<String, Sum> terms = new LinkedHashMap<>();
    for (Entitlement entitlement : contract.entitlements()) {
      terms.compute(
          entitlement.term().title(),
          (title, sum) ->
              (sum == null
                      ? new Sum(Money.ZERO, Mark.READ_TWICE, entitlement.term().nature(), 0)
                      : sum)
                  .plus(entitlement));
    }
    return terms;
  }

  private static void leftOut(Funded funded, PrintWriter out) {
    Map<String, Integer> reasons = new LinkedHashMap<>();
    for (LeftOutTogether left : LeftOutTogether.of(funded.priced())) {
      reasons.merge(
          "%s: %s"
              .formatted(
                  left.term().title(), left.why().replaceAll(" not known for .*", " not known")),
          left.payees().size(),
          Integer::sum);
    }
    int shown = 0;
    for (Map.Entry<String, Integer> reason : reasons.entrySet()) {
      if (shown++ == LEFT_OUT_SHOWN) {
        out.println("left out: … see summary.json for all");
        return;
      }
      out.printf("left out for %,d payees: %s%n", reason.getValue(), reason.getKey());
    }
  }
}
