package moot.funding.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import moot.funding.Complaint;
import moot.funding.FinancialYear;
import moot.funding.terms.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One mistake at a time in a good pack, and what its writer is told. */
class BadPacksTest {
  private static final String GOOD =
      """
      contract: local-scheme
      title: Our local scheme
      year: 2025/26
      sources:
        LES-25: Our agreement of 3 March 2025
      terms:
        - id: two-pounds
          title: Two pounds a head
          payer: practices
          payee: nominated payee
          basis: registered list
          per: year
          rates:
            - pounds: 2.00
              from: 2025-04-01
              to: 2026-03-31
              mark: V
              sources: [LES-25]
      """;

  @Test
  void theGoodOneIsRead() {
    Term term = PackReader.read("our.yaml", GOOD).findTerm("two-pounds").orElseThrow();

    assertThat(term.title()).isEqualTo("Two pounds a head");
    assertThat(term.formula().rates().getFirst().rate()).hasToString("£2.00");
  }

  /** What the guide shows is a pack, and the complaints that it shows are those that are made. */
  @Test
  void theGuideIsTrue() throws Exception {
    String guide = Files.readString(Path.of("../docs/rule-packs.md"));
    int start = guide.indexOf("```yaml\n") + "```yaml\n".length();

    Term term =
        PackReader.read("guide.yaml", guide.substring(start, guide.indexOf("```", start)))
            .findTerm("two-pounds")
            .orElseThrow();

    assertThat(term.formula().rates()).hasSize(2);
    List<String> complaints =
        complaints(
            GOOD.replace("registered list", "registred list")
                .replace("from: 2025", "from: 2024")
                .replace("[LES-25]", "[LES-24]"));
    assertThat(complaints).hasSize(3).allMatch(guide::contains);
  }

  /** Whatever is wrong is told in one go, even where the year that days belong to is not known. */
  @Test
  void allOfItIsSaidAtOnce() {
    String bad =
        GOOD.replace("year: 2025/26", "year: 2025/27")
                .replace("from: 2025-04-01", "from: 1066-01-01")
                .replace("sources: [LES-25]", "sources: [LES2]")
                .replace("per: year", "per: fortnight")
            + """
              - id: two-pounds
                title: Again
                payer: practices
                payee: nominated payee
                contracts: [GMS]
                basis: registered list
                rates:
                  - pounds: 1
                    from: 2025-04-02
                    to: 2025-02-30
                    mark: V
                    sources: []
            """;
    assertThat(complaints(bad))
        .anyMatch(line -> line.contains("our.yaml:3: year \"2025/27\""))
        .anyMatch(line -> line.contains("our.yaml:12: per \"fortnight\""))
        .anyMatch(line -> line.contains("our.yaml:15: from 1066-01-01; expected a day of the pack"))
        .anyMatch(line -> line.contains("our.yaml:18: source \"LES2\""))
        .anyMatch(line -> line.contains("our.yaml:19: id \"two-pounds\" a second time"))
        .anyMatch(line -> line.contains("our.yaml:23: contracts of a term that is paid to"))
        .anyMatch(line -> line.contains("to \"2025-02-30\""))
        .anyMatch(line -> line.contains("our.yaml:30: sources is an empty list"))
        .hasSize(8);
    String none = GOOD.replace("  LES-25: Our agreement of 3 March 2025\n", "");
    assertThat(complaints(none.replace("2025/26", "2025")))
        .anyMatch(line -> line.contains("our.yaml:4: sources is empty"))
        .anyMatch(line -> line.contains("year"))
        .anyMatch(line -> line.contains("source \"LES-25\""));
  }

  @Test
  void whatIsTakenOffNeedsATermThatIsPaidPerUnit() {
    String pack =
        GOOD.replace("payee: nominated payee", "payee: practice")
            + """
            deductions:
              - id: %s
                title: Off
                of: two-pounds
                taken: unless kept
                percent: 5
                mark: V
                sources: [LES-25]
            """;
    assertThat(PackReader.read("our.yaml", pack.formatted("off")).deductions())
        .allMatch(deduction -> deduction.unlessKept());
    assertThat(complaints(pack.formatted("two-pounds")))
        .singleElement()
        .asString()
        .contains("which a term has too");
    assertThat(complaints(pack.formatted("off").replace("per: year", "per: year\n    cap: 5")))
        .singleElement()
        .asString()
        .contains("our.yaml:24: taken \"unless kept\" of the term two-pounds");
  }

  @Test
  void aWindowsFileIsReadToo() {
    assertThat(PackReader.read("our.yaml", "\uFEFF" + GOOD.replace("\n", "\r\n")).terms())
        .hasSize(1);
  }

  @Test
  void aWrongMark() {
    assertThat(told("mark: V\n", "mark: V3\n"))
        .containsExactly(
            "our.yaml:17: mark \"V3\"; expected one of V2, V, C, M+, M. Maybe \"V2\"?");
  }

  @Test
  void aDateBeforeTheYear() {
    assertThat(told("from: 2025-04-01", "from: 2024-04-01"))
        .containsExactly(
            "our.yaml:15: from 2024-04-01; expected a day of the pack's year 2025/26 (2025-04-01 to"
                + " 2026-03-31). Maybe 2025-04-01, or another pack?");
  }

  @Test
  void aDayThatIsNotTheFirstOfAMonth() {
    assertThat(told("from: 2025-04-01", "from: 2025-05-06"))
        .containsExactly(
            "our.yaml:15: from 2025-05-06; expected the first day of a month. Maybe 2025-05-01?");
  }

  @Test
  void aDayThatIsNotInTheCalendar() {
    assertThat(told("to: 2026-03-31", "to: 2026-02-30"))
        .containsExactly(
            "our.yaml:16: to \"2026-02-30\"; expected a day that is in the calendar. Maybe day and"
                + " month are the wrong way round, or the month is shorter?");
  }

  @Test
  void theLastDayFirst() {
    assertThat(
            told(
                "from: 2025-04-01\n        to: 2026-03-31",
                "from: 2025-10-01\n        to: 2025-06-30"))
        .containsExactly(
            "our.yaml:16: a rate from 2025-10-01 to 2025-06-30; expected the first day first. Maybe"
                + " they are the wrong way round?");
  }

  @Test
  void theYear1066() {
    assertThat(told("year: 2025/26", "year: 1066/67"))
        .containsExactly(
            "our.yaml:3: year \"1066/67\"; expected a financial year such as 2025/26, from 1948/49"
                + " to 2100/01. Maybe the year's four digits are mistyped?");
  }

  @Test
  void aYearThatSkipsOne() {
    assertThat(told("year: 2025/26", "year: 2025/27"))
        .containsExactly(
            "our.yaml:3: year \"2025/27\"; expected a financial year such as 2025/26, from 1948/49"
                + " to 2100/01. Maybe 2025/26?");
  }

  @Test
  void aNegativeRate() {
    assertThat(told("pounds: 2.00", "pounds: -2.00"))
        .containsExactly(
            "our.yaml:14: pounds \"-2.00\"; expected pounds as a number from 0 to 1,000,000, such as"
                + " 1.761. Maybe 2.00, without the minus sign?");
  }

  @Test
  void aPoundSign() {
    assertThat(told("pounds: 2.00", "pounds: £2.00 a head"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("our.yaml:14: pounds \"£2.00 a head\"; expected pounds as a number");
    assertThat(told("pounds: 2.00", "pounds: £2.00"))
        .containsExactly(
            "our.yaml:14: pounds \"£2.00\"; expected pounds as a number from 0 to 1,000,000, such as"
                + " 1.761. Maybe 2.00, without signs, words and separators?");
  }

  @Test
  void numbersOfOtherProgramsAreNotTaken() {
    for (String number : List.of("0x10", ".inf", ".nan", "1e3", "1_000", "190:20:30", "010_")) {
      assertThat(told("pounds: 2.00", "pounds: " + number))
          .as(number)
          .hasSize(1)
          .first()
          .asString()
          .startsWith("our.yaml:14: pounds \"" + number + "\"; expected pounds as a number");
    }
  }

  @Test
  void tooManyDecimals() {
    assertThat(told("pounds: 2.00", "pounds: 2.0000001"))
        .containsExactly(
            "our.yaml:14: pounds \"2.0000001\"; expected at most 6 decimals. Maybe it was computed,"
                + " and can be rounded?");
  }

  @Test
  void aMisspeltBasis() {
    assertThat(told("basis: registered list", "basis: registred list"))
        .containsExactly(
            "our.yaml:11: basis \"registred list\"; expected one of registered list, adjusted"
                + " population, weighted list, care home beds, organisation, points. Maybe"
                + " \"registered list\"?");
  }

  @Test
  void aMisspeltKey() {
    assertThat(told("basis:", "bassis:"))
        .anyMatch(
            line ->
                line.startsWith("our.yaml:11: \"bassis\" is not known here; expected one of id, ")
                    && line.endsWith("Maybe \"basis\"?"))
        .anyMatch(line -> line.contains("an entry of terms has no \"basis\""))
        .hasSize(2);
  }

  @Test
  void anUnknownSource() {
    assertThat(told("sources: [LES-25]", "sources: [LES-24]"))
        .containsExactly(
            "our.yaml:18: source \"LES-24\"; expected a code that is listed under sources. Maybe"
                + " \"LES-25\"?");
  }

  @Test
  void anIdTwice() {
    String second = GOOD.substring(GOOD.indexOf("  - id:"));

    assertThat(complaints(GOOD + second))
        .containsExactly(
            "our.yaml:19: id \"two-pounds\" a second time (first in line 7); expected each id once."
                + " Maybe it was copied, and is to be renamed?");
  }

  @Test
  void aKeyTwice() {
    assertThat(told("    per: year\n", "    per: year\n    per: month\n"))
        .containsExactly(
            "our.yaml:13: \"per\" stands here a second time; expected each key once (first in line"
                + " 12). Maybe a \"- \" is missing before the first key of a new entry?");
  }

  @Test
  void nothing() {
    assertThat(complaints(""))
        .containsExactly("our.yaml: is empty; expected a rule pack. Maybe it was not saved?");
    assertThat(complaints("# to be written\n"))
        .containsExactly(
            "our.yaml: has nothing but remarks; expected a rule pack. Maybe it was not finished?");
  }

  @Test
  void aListInsteadOfAPack() {
    assertThat(complaints("- id: x\n"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("our.yaml:1: the file is a list; expected a rule pack with contract, title");
  }

  @Test
  void tabs() {
    assertThat(told("    payer:", "\tpayer:"))
        .containsExactly(
            "our.yaml:9: a tab at the beginning of the line; expected spaces. Maybe the editor can be"
                + " told to write two spaces for a tab?");
  }

  @Test
  void fiveHundredPercent() {
    String role =
        """
        roles:
          - role: clinical-pharmacist
            title: Clinical pharmacist
            percent: 500
        """;

    assertThat(complaints(GOOD + role))
        .containsExactly(
            "our.yaml:22: percent \"500\"; expected a percentage from 0 to 100. Maybe a digit too"
                + " many, or a decimal point forgotten?");
    assertThat(complaints(GOOD + role.replace("500", "500 %")))
        .containsExactly(
            "our.yaml:22: percent \"500 %\"; expected a percentage from 0 to 100. Maybe 500, without"
                + " signs, words and separators?");
  }

  @Test
  void brokenYaml() {
    assertThat(told("title: Our local scheme", "title: \"Our local scheme"))
        .hasSize(1)
        .first()
        .asString()
        .contains("cannot be read as YAML")
        .contains("Maybe a colon, a quote or an indent is missing");
    assertThat(told("  LES-25: Our agreement", "  LES-25: Our agreement: it"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("our.yaml:5: cannot be read as YAML");
  }

  /** References can make a small file huge, or refer to themselves. */
  @Test
  void referencesAreRefused() {
    String twice =
        GOOD.replace("rates:\n", "rates: &r\n").concat("roles:\n  - role: x\n    rates: *r\n");
    assertThat(complaints(twice))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("our.yaml: cannot be read as YAML");
    String self = GOOD.replace("sources:\n  LES", "sources: &s\n  x: *s\n  LES");
    assertThat(complaints(self)).isNotEmpty();
  }

  @Test
  void objectsOfOtherProgramsAreNeverMade() {
    assertThat(told("title: Our local scheme", "title: !!java.net.URL [\"http://127.0.0.1/\"]"))
        .isNotEmpty();
  }

  @Test
  void twoRatesForTheSameMonths() {
    String second =
        """
              - pounds: 3.00
                mark: V
                sources: [LES-25]
        """;

    assertThat(complaints(GOOD + second))
        .containsExactly(
            "our.yaml:19: a second rate for the same months, known from the same day (the first in"
                + " line 14); expected one rate for each month, or the day on which the later one was"
                + " announced. Maybe an \"announced:\" is missing?");
    assertThat(
            PackReader.read(
                    "our.yaml",
                    GOOD + second.replace("mark:", "announced: 2025-09-01\n        mark:"))
                .terms())
        .hasSize(1);
  }

  @Test
  void pointsWithoutTheirNumber() {
    assertThat(told("    per: year\n", "    per: year\n    pays: points\n"))
        .containsExactly(
            "our.yaml:7: an entry of terms has no \"points\"; expected it with a value. Maybe it is"
                + " misspelt, or indented too far?");
  }

  @Test
  void nothingButAPackWithoutTerms() {
    assertThat(complaints(GOOD.substring(0, GOOD.indexOf("terms:")))).isNotEmpty();
  }

  @Test
  void allAtOnceInTheOrderOfTheLines() {
    assertThat(
            complaints(
                GOOD.replace("2025/26", "2025/27")
                    .replace("nominated payee", "nominated paye")
                    .replace("2.00", "-2")
                    .replace("mark: V", "mark: W")))
        .extracting(line -> line.split(": ")[0])
        .containsExactly("our.yaml:3", "our.yaml:10", "our.yaml:14", "our.yaml:17");
  }

  @Test
  void aFolderOfOnesOwnComesBeforeWhatIsShipped(@TempDir Path folder) throws Exception {
    String own =
        GOOD.replace("local-scheme", "network-contract").replace("Our local", "Our network");
    Files.writeString(folder.resolve("a.yaml"), own);
    Files.writeString(folder.resolve("remarks.txt"), "not a pack");

    Packs packs = Packs.shipped().and(Packs.read(folder));

    assertThat(packs.get("network-contract", new FinancialYear(2025)).title())
        .isEqualTo("Our network scheme");
    assertThat(packs.get("network-contract", new FinancialYear(2024)).title())
        .isEqualTo("Network Contract DES");
  }

  @Test
  void allThatIsWrongInAFolder(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("a.yaml"), GOOD);
    Files.writeString(folder.resolve("b.yml"), GOOD);
    Files.writeString(folder.resolve("c.yaml"), "");
    Files.write(folder.resolve("d.yaml"), "contract: caf\u00e9".getBytes(StandardCharsets.UTF_16));

    BadPack bad = catchThrowableOfType(BadPack.class, () -> Packs.read(folder));

    assertThat(bad.complaints())
        .extracting(Complaint::inWords)
        .satisfiesExactly(
            b ->
                assertThat(b)
                    .startsWith("b.yml: is the pack of local-scheme 2025/26, and so is a.y"),
            c -> assertThat(c).startsWith("c.yaml: is empty"),
            d -> assertThat(d).startsWith("d.yaml: is not text in UTF-8"));
  }

  @Test
  void anEmptyFolder(@TempDir Path folder) {
    BadPack bad = catchThrowableOfType(BadPack.class, () -> Packs.read(folder));

    assertThat(bad).hasMessageContaining("has no rule packs; expected files that end with .yaml");
  }

  private static List<String> told(String right, String wrong) {
    assertThat(GOOD).contains(right);
    return complaints(GOOD.replace(right, wrong));
  }

  private static List<String> complaints(String text) {
    BadPack bad = catchThrowableOfType(BadPack.class, () -> PackReader.read("our.yaml", text));
    assertThat(bad).as("nothing was complained of").isNotNull();
    return bad.complaints().stream().map(Complaint::inWords).toList();
  }
}
