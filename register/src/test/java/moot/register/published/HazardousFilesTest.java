package moot.register.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import moot.register.Fact;
import moot.register.RelationKind;
import moot.register.Span;
import moot.register.reading.Severity;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files as they come: saved by a spreadsheet, cut off, joined, or made to do harm. */
class HazardousFilesTest {
  private static final String PRACTICES =
      """
      practice_code,name,easting,northing,list_size,place_code
      X1,Café Surgery,400000,300000,5000,MERE
      X2,Mill Lane,401000,300000,6000,MERE
      """;

  @TempDir Path folder;

  private static List<String> names(Taken taken) {
    return taken.facts(Fact.Party.class).stream()
        .filter(party -> party.code().startsWith("X"))
        .map(party -> String.valueOf(party.name()))
        .toList();
  }

  @Test
  void theNameOfAFileSaysNothing() throws IOException {
    Path file = folder.resolve("ePCN.xlsx");
    Files.writeString(file, PRACTICES);
    assertThat(Taken.read(file).title()).isEqualTo("plain table of practices (practices.csv)");
  }

  @Test
  void byteOrderMark() {
    Taken taken = Taken.text(folder, "\uFEFF" + PRACTICES);
    assertThat(names(taken)).containsExactly("Café Surgery", "Mill Lane");
    assertThat(taken.problems()).isEmpty();
  }

  @Test
  void utf16WithItsMarkIsRead() {
    Taken taken = Taken.text(folder, "\uFEFF" + PRACTICES, StandardCharsets.UTF_16LE);
    assertThat(names(taken)).containsExactly("Café Surgery", "Mill Lane");
    taken = Taken.text(folder, "\uFEFF" + PRACTICES, StandardCharsets.UTF_16BE);
    assertThat(names(taken)).containsExactly("Café Surgery", "Mill Lane");
  }

  @Test
  void utf16WithoutItsMarkIsRefused() {
    Taken taken = Taken.text(folder, PRACTICES, StandardCharsets.UTF_16LE);
    assertThat(taken.errorWords())
        .singleElement()
        .asString()
        .contains("UTF-16")
        .endsWith("Maybe save it as CSV UTF-8?");
  }

  @Test
  void windows1252IsReadAndSaid() {
    Taken taken = Taken.text(folder, PRACTICES, Charset.forName("windows-1252"));
    assertThat(names(taken)).containsExactly("Café Surgery", "Mill Lane");
    assertThat(taken.words(Severity.WARNING))
        .singleElement()
        .asString()
        .startsWith("line 2: a byte is not UTF-8 here, so the file was read as Windows-1252");
  }

  @Test
  void lineEndsAndSeparatorsOfOtherSystems() {
    assertThat(names(Taken.text(folder, PRACTICES.replace("\n", "\r\n")))).hasSize(2);
    assertThat(names(Taken.text(folder, PRACTICES.replace(",", ";")))).hasSize(2);
    assertThat(names(Taken.text(folder, PRACTICES.replace(",", "\t")))).hasSize(2);
  }

  @Test
  void lineBreaksInQuotedCellsDoNotShiftTheLinesReported() {
    Taken taken =
        Taken.text(
            folder,
            """
            "practice
            code",name,easting,northing,list_size,place_code
            X1,"Two
            Lines",400000,300000,5000,MERE
            X2,Mill Lane,401000,300000,minus one,MERE
            """);
    assertThat(names(taken)).contains("Two Lines");
    assertThat(taken.errorWords())
        .containsExactly(
            "line 5, column list_size, \"minus one\": expected a number."
                + " Maybe the columns are shifted?");
  }

  @Test
  void headingsBelowATitle() {
    Taken taken = Taken.text(folder, "Practices of Mereshire\n\n" + PRACTICES);
    assertThat(names(taken)).hasSize(2);
  }

  @Test
  void missingColumnsAreNamed() {
    Taken taken = Taken.text(folder, "practice_code,name,easting,list\nX1,A,400000,5\n");
    assertThat(taken.title()).isNull();
    assertThat(taken.errorWords())
        .hasSize(2)
        .allMatch(words -> words.contains("this column is missing; the file looks most like"))
        .anyMatch(words -> words.startsWith("line 1, column northing:"))
        .anyMatch(words -> words.startsWith("line 1, column list_size:"));
  }

  @Test
  void whatNobodyKnowsIsRefusedWithAListOfWhatIsKnown() {
    Taken taken = Taken.text(folder, "fruit,colour\napple,red\n");
    assertThat(taken.errorWords())
        .singleElement()
        .asString()
        .contains("the content was not recognised; expected one of: plain table of practices");
  }

  @Test
  void allBadRowsAreListedAtOnce() {
    Taken taken =
        Taken.text(
            folder,
            """
            practice_code,name,easting,northing,list_size,place_code
            X1,Good,400000,300000,5000,MERE
            X1,Twice,400000,300000,5000,MERE
            X3,Negative,400000,300000,-5,MERE
            X4,Ten digits,400000,300000,1234567890,MERE
            X5,Half,400000,300000,12.5,MERE
            X6,Degrees,-2.1,52.9,5000,MERE
            X7,Huge,400000,300000,1e999999999,MERE
            =2+3,Formula,400000,300000,5000,MERE
            ,Nobody,400000,300000,5000,MERE
            """);
    assertThat(taken.errorWords())
        .containsExactly(
            "line 3, column practice_code, \"X1\": this practice is already in line 2; expected it"
                + " once. Maybe a row was copied, or two files were joined?",
            "line 4, column list_size, \"-5\": expected a number of patients from 0 to 999,999."
                + " Maybe it is a change against an earlier count?",
            "line 5, column list_size, \"1234567890\": expected a number of patients from 0 to"
                + " 999,999. Maybe a telephone number or a total stands in its place?",
            "line 6, column list_size, \"12.5\": expected a whole number of patients."
                + " Maybe it is an average or a weighted list?",
            "line 7, column easting, \"-2.1\": expected 0 to 700,000 metres."
                + " Maybe they are degrees of longitude and latitude?",
            "line 8, column list_size, \"1e999999999\": expected a number."
                + " Maybe the columns are shifted?",
            "line 9, column practice_code, \"=2+3\": expected a practice code such as A81001:"
                + " letters and digits, at most 40. Maybe the columns are shifted?",
            "line 10, column practice_code, \"\": expected a practice code such as A81001."
                + " Maybe the row is a total or a remark?");
  }

  @Test
  void aMillionBadRowsAreCountedAndTheFirstAreKept() {
    StringBuilder rows = new StringBuilder("practice_code,easting,northing,list_size,place_code\n");
    for (int i = 0; i < 20_000; i++) {
      rows.append("X").append(i).append(",400000,300000,-1,MERE\n");
    }
    Taken taken = Taken.text(folder, rows.toString());
    assertThat(taken.errors()).isEqualTo(20_000);
    assertThat(taken.errorWords()).hasSize(1_000);
  }

  @Test
  void aFormulaInANameIsKeptAsText() {
    Taken taken =
        Taken.text(
            folder,
            """
            practice_code,name,easting,northing,list_size,place_code
            X1,"=HYPERLINK(""http://example.org"";""click"")",400000,300000,5000,MERE
            """);
    assertThat(taken.errorWords()).isEmpty();
    assertThat(names(taken)).containsExactly("=HYPERLINK(\"http://example.org\";\"click\")");
  }

  @Test
  void coordinatesThatAreAbsentAreOnlyWarnedAbout() {
    Taken taken =
        Taken.text(
            folder,
            """
            practice_code,easting,northing,list_size,place_code,postcode
            X1,,,5000,MERE,st16 3sr
            X2,400000,,5000,MERE,
            """);
    assertThat(taken.words(Severity.WARNING))
        .containsExactly(
            "line 2, column easting, \"\": there are no coordinates; the postcode ST16 3SR will be"
                + " looked up. Maybe its site is not known yet?");
    assertThat(taken.errorWords())
        .containsExactly(
            "line 3, column northing, \"\": expected metres, as the other coordinate is there."
                + " Maybe a cell was lost?");
  }

  @Test
  void aGrandTotalAtTheEndIsLeftOut() {
    Taken taken =
        Taken.text(
            folder,
            """
            Practice Code,Practice Name,PCN Code,PCN Name,Raw list size,Adjusted Population,PCN member January 25
            A81001,DENSHAM,U89141,STOCKTON PCN,4000,4100,Yes
            Y01163,West Coker Surgery (Y01163),no_data,no_data,4044,4024,No
            ,,,,8044,8124,
            """);
    assertThat(taken.errorWords()).isEmpty();
    assertThat(taken.knownFrom()).isEqualTo(LocalDate.of(2025, 1, 1));
    assertThat(taken.facts(Fact.PatientList.class)).hasSize(4);
    assertThat(taken.facts(Fact.Relation.class))
        .containsExactly(
            new Fact.Relation(
                RelationKind.MEMBER_OF, "A81001", "U89141", Span.seenOn(taken.knownFrom())),
            new Fact.Relation(
                RelationKind.MEMBER_OF, "Y01163", null, Span.seenOn(taken.knownFrom())));
    assertThat(taken.words(Severity.NOTE))
        .anyMatch(words -> words.contains("a grand total, not a practice, was left out"));
  }

  @Test
  void twoExtractsJoinedIntoOneFile() {
    Taken taken =
        Taken.text(
            folder,
            """
            EXTRACT_DATE,PRACTICE_CODE,PCN_CODE,SUB_ICB_LOCATION_CODE,ICB_CODE
            01Oct2025,A81001,U89141,16C,QHM
            01Nov2025,A81002,U89141,16C,QHM
            """);
    assertThat(taken.errorWords())
        .singleElement()
        .asString()
        .startsWith("line 3, column EXTRACT_DATE, \"01Nov2025\": expected 2025-10-01");
  }

  @Test
  void aFileOfTomorrowIsRefused() {
    Taken taken =
        Taken.text(
            folder,
            """
            EXTRACT_DATE,PRACTICE_CODE,PCN_CODE,SUB_ICB_LOCATION_CODE,ICB_CODE
            01Oct2052,A81001,U89141,16C,QHM
            """);
    assertThat(taken.errorWords()).singleElement().asString().contains("is after today");
  }

  @Test
  void emptyFiles() {
    assertThat(Taken.text(folder, "").errorWords())
        .containsExactly("the file is empty. Maybe the download or the copy was interrupted?");
    assertThat(Taken.text(folder, "\uFEFF").errorWords())
        .singleElement()
        .asString()
        .contains("no rows");
    assertThat(Taken.text(folder, "\n\r\n  \n").errorWords())
        .singleElement()
        .asString()
        .contains("no rows");
    assertThat(Taken.text(folder, PRACTICES.lines().findFirst().orElseThrow()).errorWords())
        .singleElement()
        .asString()
        .contains("there are no rows under the headings");
  }

  @Test
  @Timeout(5)
  void twoGigabytesOfZerosAreRefusedAtTheFirst() throws IOException {
    Path file = folder.resolve("zeros.csv");
    try (RandomAccessFile zeros = new RandomAccessFile(file.toFile(), "rw")) {
      zeros.setLength(2L << 30);
    }
    long start = System.nanoTime();
    assertThat(Taken.read(file).errorWords())
        .singleElement()
        .asString()
        .startsWith("line 1: a byte is zero, which no text has");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void zeroBytesFurtherDown() {
    Taken taken = Taken.text(folder, PRACTICES.replace("Mill", "Mi\0ll"));
    assertThat(taken.errorWords())
        .singleElement()
        .asString()
        .startsWith("line 3: a byte is zero, which no text has");
    taken =
        Taken.text(
            folder, "\uFEFF" + PRACTICES.replace("Mill", "Mi\0ll"), StandardCharsets.UTF_16LE);
    assertThat(taken.errorWords())
        .singleElement()
        .asString()
        .contains("a character is zero, which no text has");
  }

  @Test
  @Timeout(20)
  void aQuoteThatIsNeverClosed() {
    Taken taken = Taken.text(folder, PRACTICES + "X3,\"Open" + ",all,of,it\n".repeat(1_000_000));
    assertThat(taken.errorWords())
        .singleElement()
        .asString()
        .startsWith("line 4: the row that begins here does not end as a row should")
        .endsWith("Maybe a quote is opened and never closed?");
    taken = Taken.text(folder, PRACTICES + "X3,\"Open,400000,300000,5000,MERE\n");
    assertThat(taken.errorWords())
        .singleElement()
        .asString()
        .startsWith("line 4: the row that begins here does not end as a row should");
  }

  @Test
  void otherKindsOfFiles() throws IOException {
    assertThat(Taken.bytes(folder, "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8)).errorWords())
        .singleElement()
        .asString()
        .contains("PDF");
    assertThat(
            Taken.bytes(folder, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1})
                .errorWords())
        .singleElement()
        .asString()
        .contains("old kind (.xls)");
    assertThat(Taken.bytes(folder, new byte[] {'P', 'K', 3, 4, 0, 0, 0}).errorWords())
        .singleElement()
        .asString()
        .contains("begins like a workbook but cannot be opened");
    assertThat(
            Taken.bytes(folder, zip("notes.txt", "hello".getBytes(StandardCharsets.UTF_8)))
                .errorWords())
        .singleElement()
        .asString()
        .contains("packed (zip) but no workbook");
  }

  @Test
  @Timeout(20)
  void aWorkbookThatUnpacksToGigabytes() throws IOException {
    Path file = folder.resolve("bomb.xlsx");
    byte[] zeros = new byte[1 << 20];
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      for (int i = 0; i < 600; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }
    assertThat(Taken.read(file).errorWords())
        .singleElement()
        .asString()
        .contains("times as large as packed")
        .contains("Maybe it is made to fill a computer's memory?");
  }

  @Test
  @Timeout(20)
  void aCellInAColumnThatNoSheetHas() throws IOException {
    byte[] book = workbook(sheet -> sheet.value(0, 0, "PCN Code"));
    Path file = folder.resolve("far.xlsx");
    Files.write(file, replaceInZip(book, "xl/worksheets/sheet1.xml", "r=\"A1\"", "r=\"ZZZZZZ1\""));
    assertThat(Taken.read(file).errorWords())
        .singleElement()
        .asString()
        .startsWith("the workbook has a cell in a column beyond XFD");
  }

  @Test
  void aPracticeInTwoCurrentNetworks() throws IOException {
    Path file = folder.resolve("networks.xlsx");
    Files.write(
        file,
        workbook(
            sheet -> {
              String[][] rows = {
                {
                  "Partner\nOrganisation\nCode",
                  "Partner\nName",
                  "PCN Code",
                  "Practice to PCN\nRelationship\nStart Date",
                  "Practice to PCN\nRelationship\nEnd Date"
                },
                {"A81001", "DENSHAM", "U1", "20191001", "20240331"},
                {"A81001", "DENSHAM", "U2", "20240401", ""},
                {"A81001", "DENSHAM", "U3", "20240501", ""}
              };
              for (int r = 0; r < rows.length; r++) {
                for (int c = 0; c < rows[r].length; c++) {
                  sheet.value(r, c, rows[r][c]);
                }
              }
            }));
    Taken taken = Taken.read(file);
    assertThat(taken.title()).isEqualTo("ODS networks (ePCN)");
    assertThat(taken.errorWords())
        .containsExactly(
            "sheet Data, line 4, column PCN Code, \"U3\": practice A81001 is currently in network U2"
                + " too (line 3); expected one current network."
                + " Maybe the day on which it left the other is missing?");
  }

  @Test
  void datesAndNumbersOfASpreadsheet() throws IOException {
    Path file = folder.resolve("book.xlsx");
    Files.write(
        file,
        workbook(
            sheet -> {
              String[] headings = {
                "practice_code", "easting", "northing", "list_size", "place_code", "as_of"
              };
              for (int c = 0; c < headings.length; c++) {
                sheet.value(0, c, headings[c]);
              }
              sheet.value(1, 0, "X1");
              sheet.value(1, 1, 400000);
              sheet.value(1, 2, 300000.5);
              sheet.value(1, 3, 5000);
              sheet.value(1, 4, "MERE");
              sheet.value(1, 5, LocalDate.of(2025, 3, 31));
              sheet.style(1, 5).format("yyyy-mm-dd").set();
            }));
    Taken taken = Taken.read(file);
    assertThat(taken.errorWords()).isEmpty();
    assertThat(taken.knownFrom()).isEqualTo(LocalDate.of(2025, 3, 31));
    assertThat(taken.facts(Fact.PatientList.class))
        .singleElement()
        .returns(5000.0, Fact.PatientList::patients);
  }

  private interface Filling {
    void fill(Worksheet sheet);
  }

  private static byte[] workbook(Filling filling) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "test", "1.0")) {
      filling.fill(book.newWorksheet("Data"));
    }
    return out.toByteArray();
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
      zip.closeEntry();
    }
    return out.toByteArray();
  }

  private byte[] replaceInZip(byte[] book, String part, String from, String to) throws IOException {
    Path copy = folder.resolve("copy.xlsx");
    Files.write(copy, book);
    try (java.nio.file.FileSystem zip = java.nio.file.FileSystems.newFileSystem(copy)) {
      Path path = zip.getPath(part);
      String text = Files.readString(path);
      assertThat(text).contains(from);
      Files.writeString(path, text.replace(from, to));
    }
    return Files.readAllBytes(copy);
  }
}
