package moot.register.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import moot.register.Fact;
import moot.register.ListKind;
import moot.register.RelationKind;
import moot.register.Role;
import moot.register.Status;
import moot.register.reading.Severity;
import org.junit.jupiter.api.Test;

/** The files as published are recognised, dated, and read without an error. */
class PublishedDataTest {
  private static Taken read(String name) {
    Path file = Path.of(System.getProperty("moot.root", ".."), "../shared/data", name);
    assumeTrue(Files.exists(file), "real data not found at " + file + ": skipped");
    Taken taken = Taken.read(file);
    assertThat(taken.errorWords()).as(name).isEmpty();
    return taken;
  }

  private static long lists(Taken taken, ListKind kind) {
    return Math.round(
        taken.facts(Fact.PatientList.class).stream()
            .filter(list -> list.kind() == kind)
            .mapToDouble(Fact.PatientList::patients)
            .sum());
  }

  private static long members(Taken taken) {
    return taken.facts(Fact.Relation.class).stream()
        .filter(each -> each.kind() == RelationKind.MEMBER_OF && each.to() != null)
        .count();
  }

  @Test
  void odsPractices() {
    Taken taken = read("nhs/epraccur.csv");
    assertThat(taken.title()).isEqualTo("ODS practices (epraccur)");
    assertThat(taken.rows()).isEqualTo(16_685);
    assertThat(taken.knownFrom()).isEqualTo(LocalDate.of(2025, 8, 7));
    assertThat(
            taken.facts(Fact.Party.class).stream()
                .filter(each -> each.role() == Role.GP_PRACTICE)
                .filter(each -> each.status() == Status.ACTIVE && !each.code().startsWith("W")))
        .hasSize(6_220);
  }

  @Test
  void odsNetworks() {
    Taken taken = read("nhs/ePCN.xlsx");
    assertThat(taken.title()).isEqualTo("ODS networks (ePCN)");
    assertThat(taken.rows()).isEqualTo(1_366 + 7_705);
    assertThat(members(taken)).isEqualTo(7_705);
    assertThat(
            taken.facts(Fact.Relation.class).stream()
                .filter(each -> each.kind() == RelationKind.MEMBER_OF)
                .filter(each -> each.span().to() != null))
        .hasSize(1_481);
    assertThat(taken.knownFrom()).isEqualTo(LocalDate.of(2024, 10, 1));
  }

  @Test
  void practiceMap() {
    Taken taken = read("nhs/gp-reg-pat-prac-map-2025-10.csv");
    assertThat(taken.rows()).isEqualTo(6_202);
    assertThat(members(taken)).isEqualTo(6_202 - 71);
    assertThat(taken.knownFrom()).isEqualTo(LocalDate.of(2025, 10, 1));
    assertThat(taken.basis()).isEqualTo("stated in the file");
  }

  @Test
  void patientsAtPractice() {
    Taken taken = read("nhs/gp-reg-pat-prac-all-2023-07.csv");
    assertThat(taken.rows()).isEqualTo(6_378);
    assertThat(lists(taken, ListKind.REGISTERED)).isBetween(62_500_000L, 62_700_000L);
    assertThat(taken.knownFrom()).isEqualTo(LocalDate.of(2023, 7, 1));
  }

  @Test
  void adjustedPopulationAddsUpToItsGrandTotal() {
    Taken taken = read("nhs/pcn-adjusted-population-2025-26.csv");
    assertThat(taken.rows()).isEqualTo(6_250);
    assertThat(lists(taken, ListKind.REGISTERED)).isEqualTo(63_724_163L);
    assertThat(members(taken)).isEqualTo(6_168);
    assertThat(taken.knownFrom()).isEqualTo(LocalDate.of(2025, 1, 1));
    assertThat(taken.words(Severity.NOTE)).anyMatch(each -> each.contains("grand total"));
  }

  @Test
  void paymentsOfTwoYearsWithDifferentHeadings() {
    Taken first = read("nhs/payments-2021-22.csv");
    Taken second = read("nhs/payments-2022-23.csv");
    assertThat(first.rows()).isEqualTo(6_758);
    assertThat(second.rows()).isEqualTo(6_669);
    assertThat(first.knownFrom()).isEqualTo(LocalDate.of(2022, 4, 1));
    assertThat(second.knownFrom()).isEqualTo(LocalDate.of(2023, 4, 1));
    assertThat(second.facts(Fact.Payment.class))
        .contains(
            new Fact.Payment(
                new moot.register.PracticeCode("A81007"),
                "PCN Participation",
                1_940_660,
                PaymentsToPractices.financialYear(LocalDate.of(2022, 4, 1))));
  }

  @Test
  void areasAndPostcodes() {
    assertThat(read("ons/imd2025-lsoa21.csv").facts()).hasSize(33_755);
    assertThat(read("ons/lsoa21-centroids.csv").facts()).hasSize(35_672);
    Taken stoke = read("postcodes/st.csv");
    assertThat(stoke.title()).isEqualTo("postcodes (Code-Point Open)");
    assertThat(stoke.facts(Fact.PostcodePoint.class)).hasSizeGreaterThan(15_000);
  }

  @Test
  void staffordshire() {
    Taken areas = read("staffordshire/SSOT_GP_Patients_Oct25.csv");
    assertThat(areas.rows()).isEqualTo(16_864);
    assertThat(areas.words(Severity.NOTE))
        .anyMatch(each -> each.contains("\"CLOSED\""))
        .anyMatch(each -> each.contains("5 of 13 columns have no heading"));
    Taken sites = read("staffordshire/SSOT_GP_Practice_Locations.csv");
    assertThat(sites.rows()).isEqualTo(141);
    assertThat(sites.facts(Fact.Site.class)).hasSize(141).allMatch(s -> s.position() != null);
    assertThat(read("staffordshire/SSOT_data_pcn_lsoa.csv").facts()).hasSize(8_198);
  }

  @Test
  void joinedFileOfEngland() {
    Taken taken = read("england-practices-2025.csv");
    assertThat(taken.title()).isEqualTo("plain table of practices (practices.csv)");
    assertThat(taken.rows()).isEqualTo(6_249);
    assertThat(members(taken)).isEqualTo(6_168);
    assertThat(taken.facts(Fact.Site.class).stream().filter(s -> s.position() != null))
        .hasSize(6_247);
    assertThat(taken.knownFrom()).isEqualTo(LocalDate.of(2025, 1, 1));
  }
}
