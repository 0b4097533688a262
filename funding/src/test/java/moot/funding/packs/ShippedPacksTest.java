package moot.funding.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import moot.funding.FinancialYear;
import moot.funding.Mark;
import moot.funding.terms.DatedRate;
import moot.funding.terms.Formula;
import moot.funding.terms.Nature;
import moot.funding.terms.Pack;
import moot.funding.terms.Term;
import org.junit.jupiter.api.Test;

class ShippedPacksTest {
  private static final List<String> TABLES = List.of("redundancy.yaml", "new-roles.yaml");

  private final Packs packs = Packs.shipped();

  @Test
  void everyFileOfTheFolderIsShippedAndCalledByItsContractAndYear() throws Exception {
    Path folder = Path.of("src/main/resources/moot/funding/packs");
    List<String> files;
    try (Stream<Path> all = Files.list(folder)) {
      files =
          all.map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yaml") && !TABLES.contains(name))
              .sorted()
              .toList();
    }
    assertThat(Packs.resource("shipped.txt").lines().sorted()).containsExactlyElementsOf(files);
    assertThat(
            packs.list().stream()
                .map(
                    pack ->
                        pack.contract() + "-" + pack.year().toString().replace('/', '-') + ".yaml")
                .sorted())
        .containsExactlyElementsOf(files);
  }

  @Test
  void theYearsThatTheTableNeedsAreThere() {
    assertThat(packs.years("network-contract")).containsExactlyElementsOf(years(2019, 2026));
    assertThat(packs.years("global-sum")).containsExactlyElementsOf(years(2018, 2026));
    assertThat(packs.years("qof")).containsExactlyElementsOf(years(2018, 2026));
    assertThat(packs.list(new FinancialYear(2018)))
        .extracting(Pack::contract)
        .containsExactly("extended-hours", "global-sum", "qof", "transformation-support");
  }

  private static List<FinancialYear> years(int first, int last) {
    return Stream.iterate(first, y -> y <= last, y -> y + 1).map(FinancialYear::new).toList();
  }

  @Test
  void asAnnouncedAndAsPaidStandSideBySide() {
    Term access = term("network-contract", 2024, "enhanced-access");

    assertThat(access.formula().rates())
        .extracting(DatedRate::rate)
        .extracting(Object::toString)
        .containsExactly("£7.674", "£7.975");
    assertThat(access.formula().rates())
        .extracting(DatedRate::announced)
        .containsExactly(null, LocalDate.of(2024, 9, 27));
  }

  /** The list-size factor is only as sure as the average list that it divides by. */
  @Test
  void whatIsComputedFromSomethingLessSureIsAsSureAsThat() {
    DatedRate point = term("qof", 2019, "achievement").formula().rates().getFirst();

    assertThat(point.mark()).isEqualTo(Mark.RECALLED);
    assertThat(point.note())
        .contains("The rate itself is marked V, the number of points M.")
        .doesNotContain("null");
    assertThat(term("qof", 2021, "achievement").formula().rates().getFirst().mark())
        .isEqualTo(Mark.READ_TWICE);
  }

  /** What Moot recalled or assumed must never pass for something that was read. */
  @Test
  void whatIsOnlyRecalledIsMarkedSo() {
    List<String> wrong = new ArrayList<>();
    for (Pack pack : packs.list()) {
      Stream.concat(
              pack.terms().stream().flatMap(term -> term.formula().rates().stream()),
              pack.maxima().stream().flatMap(role -> role.rates().stream()))
          .filter(rate -> rate.sources().contains("MOOT") && rate.mark().isVerified())
          .forEach(rate -> wrong.add(pack.contract() + " " + pack.year() + " " + rate));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void figuresThatTheEvidenceContradictsAreNowhere() {
    assertThat(
            packs.list().stream()
                .flatMap(pack -> pack.terms().stream())
                .flatMap(term -> term.formula().rates().stream())
                .map(rate -> rate.rate().inPounds().stripTrailingZeros().toPlainString()))
        .doesNotContain("97.28", "2.795", "2.246", "0.481", "2.345", "0.759");
  }

  @Test
  void whatWasNotFoundIsLeftOutAndSaidSo() {
    Pack pack = packs.get("network-contract", new FinancialYear(2026));

    assertThat(pack.terms())
        .extracting(Term::id)
        .containsExactly("network-participation", "enhanced-access", "additional-roles");
    assertThat(pack.notes()).anyMatch(note -> note.startsWith("NOT FOUND"));
    assertThat(pack.missing()).contains("core PCN funding", "care home premium");
  }

  @Test
  void partsOfTheCapacityAndAccessPayment() {
    assertThat(weights(2023)).containsExactly(1L, 1L, 1L);
    assertThat(term("network-contract", 2023, "capacity-and-access-improvement").note())
        .contains("assumption of Moot's");
    assertThat(weights(2024)).containsExactly(1L, 1L, 1L);
    assertThat(weights(2025)).containsExactly(1L, 2L);
  }

  private List<Long> weights(int year) {
    Formula formula = term("network-contract", year, "capacity-and-access-improvement").formula();
    return ((Formula.Parts) formula).parts().stream().map(Formula.Part::weight).toList();
  }

  @Test
  void theAllowanceOfACommissionerIsNoPayment() {
    Term allowance = term("running-cost-allowance", 2014, "running-cost-allowance");

    assertThat(allowance.nature()).isEqualTo(Nature.ALLOWANCE);
    assertThat(allowance.formula().rates().getFirst().rate()).hasToString("£24.73");
  }

  @Test
  void maximaChangeWithinTheYearAndByArea() {
    Pack pack = packs.get("network-contract", new FinancialYear(2024));

    assertThat(
            pack.maxima().stream()
                .filter(role -> role.role().equals("clinical-pharmacist"))
                .map(
                    role ->
                        role.area()
                            + " "
                            + role.rates().stream()
                                .map(rate -> rate.from() + " " + rate.rate())
                                .toList()))
        .containsExactly(
            "null [2024-04-01 £62,340.00, 2024-10-01 £65,838.00]",
            "outer London [2024-10-01 £73,189.00]",
            "inner London [2024-10-01 £76,313.00]");
  }

  @Test
  void aContractThatIsNotThereIsMetWithTheNearest() {
    assertThatThrownBy(() -> packs.get("network-contrakt", new FinancialYear(2025)))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("no rule pack of \"network-contrakt\" for 2025/26")
        .hasMessageEndingWith("Maybe \"network-contract\"?");
  }

  private Term term(String contract, int year, String id) {
    return packs.get(contract, new FinancialYear(year)).findTerm(id).orElseThrow();
  }
}
