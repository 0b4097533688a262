package moot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code reconcile} and {@code income} from the terminal, on made-up and on published files. */
class ReconcileCommandTest {
  private static final String HEADINGS =
      "CCG Code,CCG Name,PCN Code,PCN Name,Practice Code,Practice Name,Practice Open Date,"
          + "Contract Type,Number of Registered Patients (Last Known Figure),"
          + "Number of Weighted Patients (Last Known Figure),Global Sum,PCN Participation,"
          + "PCN Workforce\n";

  @TempDir Path dir;

  private Path file(String name, String opened, String... rows) throws IOException {
    StringBuilder text = new StringBuilder(HEADINGS);
    for (int i = 0; i < rows.length; i++) {
      text.append("16C,TEES,U89141,STOCKTON PCN,A8100%d,=SURGERY %d,".formatted(i, i))
          .append(i == 0 ? opened : "01/04/1974")
          .append(",GMS,")
          .append(rows[i])
          .append('\n');
    }
    return Files.writeString(dir.resolve(name), text);
  }

  @Test
  void aStatementIsReconciledWithTheListOfTheYearBefore() throws IOException {
    Path before = file("2021.csv", "01/06/2021", "9000,10000,0,0,0", "5000,5000,0,8800,0");
    Path now = file("2022.csv", "01/06/2022", "9000,12000,0,17610,1", "5000,5000,0,4402.5,0");
    Terminal terminal = new Terminal();

    int code =
        terminal.type(
            "reconcile",
            now.toString(),
            "--before",
            before.toString(),
            "--line",
            "PCN Participation",
            "--out",
            dir.resolve("out").toString());

    assertThat(terminal.err()).isEmpty();
    assertThat(code).isZero();
    assertThat(terminal.out())
        .contains("2022/23", "£1.761 a weighted patient", "expected £26,415.00", "1 of 2 within")
        .contains("An explanation says what would fit");
    List<String> rows = Files.readAllLines(dir.resolve("out/reconcile.csv"));
    assertThat(rows).hasSize(3);
    assertThat(rows.get(1))
        .contains("A81001", "'=SURGERY 1", "880500,440250,-440250,-0.500000,12,part of the year");
    assertThat(rows.get(2)).contains("1761000,1761000,0,0.000000,12,as expected");
    assertThat(Files.readString(dir.resolve("out/summary.json")))
        .contains("\"expected_pence\" : 2641500", "\"part of the year\"");
    assertThat(Files.size(dir.resolve("out/reconcile.xlsx"))).isGreaterThan(3_000);
  }

  @Test
  void incomeOfTwoYears() throws IOException {
    Path before = file("2021.csv", "01/06/2021", "9000,10000,900000,15849,100", "5000,5000,5,0,0");
    Path now = file("2022.csv", "01/06/2022", "9000,10000,950000,17610,100", "5000,5000,5,0,0");
    Terminal terminal = new Terminal();
    assertThat(
            terminal.type(
                "income",
                before.toString(),
                now.toString(),
                "--out",
                dir.resolve("out").toString()))
        .as(terminal.err())
        .isZero();
    assertThat(terminal.out())
        .contains("2021/22: 2 practices", "2022/23: 2 practices", "network contract")
        .contains("£17,710.00 would be missing", "£1.180667 for each weighted patient");
    assertThat(Files.readAllLines(dir.resolve("out/income.csv"))).hasSize(1 + 2 * (2 + 1 + 1 + 1));
  }

  @Test
  void whatIsTypedWronglyIsSaid() throws IOException {
    Path now = file("2022.csv", "01/06/2022", "9000,10000,0,17610,0");
    String out = dir.resolve("out").toString();
    says("no such file", "reconcile", dir.resolve("gone.csv").toString(), "--out", out);
    says(
        "expected one of \"PCN Participation\"",
        "reconcile",
        now.toString(),
        "--line",
        "PNC",
        "--out",
        out);
    says("expected a financial year", "reconcile", now.toString(), "--year", "1066", "--out", out);
    says(
        "Moot has no rates of 1999/00",
        "reconcile",
        now.toString(),
        "--year",
        "1999/00",
        "--out",
        out);
    says("expected one --line", "reconcile", now.toString(), "--rate", "2", "--out", out);
    says(
        "expected pounds",
        "reconcile",
        now.toString(),
        "--line",
        "PCN Participation",
        "--rate",
        "500%",
        "--out",
        out);
    says(
        "expected more than £0",
        "reconcile",
        now.toString(),
        "--line",
        "PCN Participation",
        "--rate",
        "-2",
        "--out",
        out);
    says(
        "is of 2022/23: expected 2021/22",
        "reconcile",
        now.toString(),
        "--before",
        now.toString(),
        "--out",
        out);
    says("two statements of 2022/23", "income", now.toString(), now.toString(), "--out", out);
    says(
        "1 years for 2 files",
        "income",
        now.toString(),
        now.toString(),
        "--year",
        "2022/23",
        "--out",
        out);
    Path other = Files.writeString(dir.resolve("other.csv"), "a,b\n1,2\n");
    says("not recognised", "income", other.toString(), "--out", out);
    assertThat(dir.resolve("out")).doesNotExist();
  }

  private static void says(String words, String... typed) {
    Terminal terminal = new Terminal();
    assertThat(terminal.type(typed)).as(terminal.err()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(terminal.err()).contains(words).contains("Maybe");
  }

  @Test
  void allOfEngland() {
    Path data = Path.of(System.getProperty("moot.root", ".."), "../shared/data/nhs");
    assumeTrue(
        Files.exists(data.resolve("payments-2022-23.csv")),
        "real data not found at " + data + ": skipped");
    Terminal terminal = new Terminal();
    String out = dir.resolve("out").toString();
    assertThat(
            terminal.type(
                "reconcile",
                data.resolve("payments-2022-23.csv").toString(),
                "--before",
                data.resolve("payments-2021-22.csv").toString(),
                "--out",
                out))
        .as(terminal.err())
        .isZero();
    System.out.println(terminal.out());
    assertThat(terminal.out()).contains("PCN Participation", "Global Sum", "PCN Extended Hours");
    Terminal second = new Terminal();
    assertThat(
            second.type(
                "income",
                data.resolve("payments-2021-22.csv").toString(),
                data.resolve("payments-2022-23.csv").toString(),
                "--out",
                out))
        .as(second.err())
        .isZero();
    System.out.println(second.out());
  }
}
