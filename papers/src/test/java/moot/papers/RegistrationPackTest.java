package moot.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import moot.formation.Forming;
import moot.formation.FormingRules;
import moot.formation.Plan;
import moot.papers.RegistrationPack.Member;
import moot.papers.RegistrationPack.Network;
import moot.papers.RegistrationPack.RegisteredList;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Two networks: one complete, one with everything still to be named. */
class RegistrationPackTest {
  private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
  private static final String SOURCE =
      "gp-reg.csv (patients at practices), extract of 3 January 2026";

  private static RegistrationPack pack() {
    Plan plan =
        Forming.priced(
            Example.place(),
            FormingRules.BARE,
            Map.of(
                Example.code("M1"), "Market",
                Example.code("M2"), "Market",
                Example.code("M3"), "Market",
                Example.code("M4"), "=Far & Wide",
                Example.code("M5"), "=Far & Wide"));
    return new RegistrationPack(
        "QXX",
        "Mere & Vale",
        "Six and <six>",
        "Proposal 12",
        "Whether the 5 practices form these 2 networks.",
        List.of("Each practice has to agree."),
        List.of("5 practices with 62,000 patients agree, of 5 with 62,000."),
        LocalDate.of(2026, 2, 27),
        LocalDate.of(2026, 4, 1),
        NEW_YEAR,
        List.of("From 1 April 2026 Abbey (M3) is in Market, until then in Vale."),
        List.of(
            new Network(
                "Market",
                "U00001",
                false,
                "Dr Amara Osei",
                "Market Street",
                List.of(
                    member("M1", 10_000, NEW_YEAR),
                    member("M2", 12_000, NEW_YEAR),
                    member("M3", 11_000, NEW_YEAR))),
            new Network(
                "=Far & Wide",
                "PROVISIONAL-12-2",
                true,
                null,
                null,
                List.of(
                    member("M4", 20_000, LocalDate.of(2025, 10, 1)),
                    new Member("M5", "Far End", "Vale", null)))),
        plan,
        41L,
        "ab".repeat(32));
  }

  private static Member member(String code, int patients, LocalDate on) {
    return new Member(code, "Surgery " + code, "Vale", new RegisteredList(patients, on, SOURCE));
  }

  private interface Writer {
    void write(RegistrationPack pack, ByteArrayOutputStream out) throws IOException;
  }

  private static String text(Writer writer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(pack(), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void thePaperSaysEverythingThatIsAskedForAndWhatIsMissing() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RegistrationPackPdf.write(pack(), out);
    try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
      String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
      assertThat(text)
          .contains("Registration pack: Six and <six>")
          .contains("1 April 2026")
          .contains("Dr Amara Osei")
          .contains("to be named by the network")
          .contains("PROVISIONAL-12-2 (provisional, until ODS gives a code)")
          .contains("All registered lists are those of 1 January 2026.")
          .contains("the list of 1 January 2026 for 0 of 2 practices")
          .contains("20,000 on 1 October 2025")
          .contains("33,000")
          .contains(SOURCE)
          .contains("journal entry 41");
      for (var schedule : NetworkAgreementOutline.SCHEDULES) {
        assertThat(text).contains("Schedule %d: %s".formatted(schedule.number(), schedule.title()));
      }
      assertThat(text).contains("It is no legal text");
      assertThat(document.getDocumentInformation().getTitle()).contains("Six and <six>");
    }
  }

  @Test
  void theDataTellsAProvisionalCodeFromOneOfOds() throws IOException {
    assertThat(text(RegistrationPackData::writeJson))
        .contains("\"odsCode\" : \"U00001\"")
        .contains("\"provisionalCode\" : \"PROVISIONAL-12-2\"")
        .contains("\"clinicalDirector\" : null")
        .contains("\"registeredOn\" : \"2025-10-01\"");
  }

  @Test
  void theTableHoldsNoFormula() throws IOException {
    assertThat(text(RegistrationPackData::writeCsv).lines())
        .hasSize(6)
        .anyMatch(
            line -> line.startsWith("PROVISIONAL-12-2,yes,'=Far & Wide,M5,Far End,,,,2026-04-01"))
        .anyMatch(line -> line.startsWith("U00001,no,Market,M1,Surgery M1,10000,2026-01-01,"));
  }

  @Test
  void eachNetworkHasAMapOfItsOwn() {
    Plan plan = Objects.requireNonNull(pack().plan());
    Map<String, PlanMap.Drawing> maps = PlanMap.ofEach(plan, Set.of("Market"));
    assertThat(maps).containsOnlyKeys("Market");
    assertThat(Objects.requireNonNull(maps.get("Market")).svg())
        .contains("Map of the area of Market")
        .contains(">M1<")
        .contains(">M3<")
        .doesNotContain(">M5<");
  }
}
