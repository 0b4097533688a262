package moot.funding.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.IntStream;
import moot.funding.FinancialYear;
import moot.funding.terms.Formula;
import moot.funding.terms.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arithmetic that must hold between figures read on different pages. */
class NationalIdentitiesTest {
  private static final int NETWORKS = 1250;
  private static final double EXPECTED_ACHIEVEMENT = 0.9;

  /** Adjusted and weighted populations are both normalised to the national registered list. */
  @Test
  void threePotsOf2023ComeToOneNationalPopulation() {
    double support = 172.2e6 / pounds("network-contract", 2023, "capacity-and-access-support");
    double improvement =
        73.8e6 / pounds("network-contract", 2023, "capacity-and-access-improvement");
    double roles = 1412e6 / pounds("network-contract", 2023, "additional-roles");

    assertThat(support).isCloseTo(62.278e6, within(1e3));
    assertThat(improvement).isCloseTo(62.278e6, within(1e3));
    assertThat(roles).isCloseTo(62.282e6, within(1e3));
  }

  @ParameterizedTest
  @CsvSource({"2024", "2025"})
  void theAccessPaymentIsThirtyPercentOfTheCapacityAndAccessMoney(int year) {
    assertThat(pounds("network-contract", year, "capacity-and-access-support") * 3 / 7)
        .isCloseTo(
            pounds("network-contract", year, "capacity-and-access-improvement"), within(0.0005));
  }

  /** Pot = points × value of a point × networks × the achievement expected. */
  @ParameterizedTest
  @CsvSource({
    "2020, 24.25, 0.05",
    "2021, 150, 0.2",
    "2023, 59, 0.7",
    "2024, 13, 0.1",
    "2025, 13, 0.1"
  })
  void thePotOfTheInvestmentAndImpactFund(int year, double millions, double within) {
    Formula.Points points =
        (Formula.Points) term("network-contract", year, "investment-and-impact").formula();

    double pot =
        points.most().amount().doubleValue()
            * points.rates().getFirst().rate().inPounds().doubleValue()
            * NETWORKS
            * EXPECTED_ACHIEVEMENT
            / 1e6;

    assertThat(pot).isCloseTo(millions, within(within));
  }

  /** Value of a point ÷ average list is the same in all years, to a millionth of a pound. */
  @Test
  void aPatientAndPointIsWorthTheSameInEveryYear() {
    IntStream.rangeClosed(2018, 2026)
        .forEach(
            year -> {
              Formula.Points points = (Formula.Points) term("qof", year, "achievement").formula();
              double worth =
                  points.rates().getFirst().rate().inPounds().doubleValue()
                      / Objects.requireNonNull(points.averageList()).amount().doubleValue();
              assertThat(worth).as("%d", year).isCloseTo(0.022142, within(1.5e-6));
            });
  }

  /** The other average list that is quoted for 2026/27 breaks it. */
  @Test
  void theIdentityTellsAWrongAverageList() {
    assertThat(pounds("qof", 2026, "achievement") / 10_349).isNotCloseTo(0.022142, within(1.5e-6));
  }

  @Test
  void coreOf2024AddsUpBeforeAndAfterItsRise() {
    Term registered = term("network-contract", 2024, "core-registered");
    Term adjusted = term("network-contract", 2024, "core-adjusted");

    assertThat(rate(registered, 0) + rate(adjusted, 0)).isCloseTo(2.916, within(1e-9));
    assertThat(rate(registered, 1) + rate(adjusted, 1)).isCloseTo(2.967, within(1e-9));
    assertThat(rate(registered, 1) / rate(registered, 0)).isCloseTo(2.967 / 2.916, within(5e-4));
    assertThat(
            pounds("network-contract", 2025, "core-registered")
                + pounds("network-contract", 2025, "core-adjusted"))
        .isCloseTo(2.999, within(1e-9));
  }

  @Test
  void coreDirectorAndManagementOf2023AreWhatWasMergedLater() {
    assertThat(
            pounds("network-contract", 2023, "core")
                + pounds("network-contract", 2023, "clinical-director")
                + pounds("network-contract", 2023, "leadership-and-management"))
        .isCloseTo(2.913, within(1e-9));
  }

  @Test
  void theGlobalSumOf2025IsThatOf2024AndItsRise() {
    Term before = term("global-sum", 2024, "global-sum");

    assertThat(rate(before, 1) + 9.29)
        .isCloseTo(pounds("global-sum", 2025, "global-sum"), within(1e-9));
  }

  /** The published file's last line holds both sums; practices are rounded one by one. */
  @Test
  void theAdjustedPopulationIsNormalisedToTheRegisteredList() throws Exception {
    Path file =
        Path.of(
            System.getProperty("moot.root", ".."),
            "../shared/data/nhs/pcn-adjusted-population-2025-26.csv");
    assumeTrue(Files.exists(file), "skipped: there is no " + file);
    String[] sums = Files.readAllLines(file).getLast().split(",", -1);
    double registered = Double.parseDouble(sums[8]);
    double adjusted = Double.parseDouble(sums[9]);

    assertThat(adjusted).isCloseTo(registered, within(100.0));
    // £1,711m is what one page gives for the additional roles; it does not fit, and the pack says
    // so.
    assertThat(pounds("network-contract", 2025, "additional-roles") * registered / 1e6)
        .isCloseTo(1_697, within(1.0));
  }

  private static double pounds(String contract, int year, String id) {
    return rate(term(contract, year, id), 0);
  }

  private static double rate(Term term, int index) {
    return term.formula().rates().get(index).rate().inPounds().doubleValue();
  }

  private static Term term(String contract, int year, String id) {
    return Packs.shipped().get(contract, new FinancialYear(year)).findTerm(id).orElseThrow();
  }
}
