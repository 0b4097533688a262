package moot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import moot.funding.FinancialYear;
import moot.funding.Money;
import moot.funding.packs.Packs;
import moot.funding.pricing.Entitlement;
import moot.funding.pricing.FundedPlace;
import moot.funding.pricing.Priced;
import moot.funding.pricing.Pricing;
import moot.funding.pricing.RateChoice;
import moot.funding.terms.Pack;
import moot.register.PlaceCode;
import moot.register.published.PlainPractices;
import org.junit.jupiter.api.Test;

/** All practices of England, twelve months, all terms of one year. */
class FundEnglandTest {
  @Test
  void england_is_priced_within_two_seconds() throws Exception {
    Path file =
        Path.of(System.getProperty("moot.root", ".."), "../shared/data/england-practices-2025.csv");
    assumeTrue(Files.exists(file), "skipped: " + file + " is not there");
    ListsToFund lists = new ListsToFund(new FinancialYear(2025));
    StringWriter err = new StringWriter();
    InputFile.read(
        file, PlainPractices.toFund(new PlaceCode("England"), lists), new PrintWriter(err, true));
    FundedPlace england = lists.everything("England");
    List<Pack> packs = Packs.shipped().list(new FinancialYear(2025));

    long best = Long.MAX_VALUE;
    List<Priced> priced = new ArrayList<>();
    for (int run = 0; run < 3; run++) {
      priced.clear();
      long begun = System.nanoTime();
      for (Pack pack : packs) {
        priced.add(new Pricing(pack, RateChoice.AS_PAID).price(england));
      }
      long took = System.nanoTime() - begun;
      System.out.printf("England priced in %d ms%n", took / 1_000_000);
      best = Math.min(best, took);
    }
    List<Entitlement> all =
        priced.stream().flatMap(contract -> contract.entitlements().stream()).toList();
    long lines = all.stream().mapToLong(entitlement -> entitlement.lines().size()).sum();
    System.out.printf(
        "%,d practices, %,d entitlements, %,d payments%n",
        england.practices().size(), all.size(), lines);

    List<Entitlement> globalSum =
        all.stream().filter(entitlement -> entitlement.term().id().equals("global-sum")).toList();
    // Some 4,600 practices have a GMS contract; all 6,200 had it once, at nearly twice the money.
    assertThat(globalSum.size()).isBetween(4_300, 4_600);
    System.out.printf(
        "global sum of %,d practices: %s, of which %s is taken off for out-of-hours care%n",
        globalSum.size(), sum(globalSum), sum(all, "out-of-hours"));

    assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofSeconds(2));
    assertThat(lines).isGreaterThan(200_000);
    assertThat(all)
        .allSatisfy(
            entitlement ->
                assertThat(entitlement.months().stream().reduce(Money.ZERO, Money::plus))
                    .isEqualTo(entitlement.total()));
    assertThat(all.getLast().trace().inWords()).contains("verified");
  }

  private static Money sum(List<Entitlement> those) {
    return those.stream().map(Entitlement::total).reduce(Money.ZERO, Money::plus);
  }

  private static Money sum(List<Entitlement> those, String term) {
    return sum(those.stream().filter(one -> one.term().id().equals(term)).toList());
  }
}
