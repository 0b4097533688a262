package moot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FundCommandTest {
  /** Two networks; the second has no weighted list of one of its practices. */
  private static final String TABLE =
      """
      practice_code,name,list_size,list_size_date,network_code,network_name,place_code,adjusted_population,weighted_list_size,care_home_beds
      A1,Ash,20000,2025-01-01,U1,North,Z,21000,19500.5,40
      A2,Birch,30000,2025-01-01,U1,North,Z,31500,30250,80
      B1,Cedar,35000,2025-01-01,U2,South,Z,34000,,0
      C1,Dogwood,9000,2025-01-01,,,Z,9000,9000,0
      """;

  @TempDir Path folder = Path.of("");
  private final Terminal terminal = new Terminal();

  private int fund(String table, String... options) throws IOException {
    Path file = Table.write(folder, "practices.csv", table);
    List<String> args =
        new ArrayList<>(
            List.of("fund", file.toString(), "--out", folder.resolve("out").toString()));
    args.addAll(List.of(options));
    return terminal.type(args.toArray(String[]::new));
  }

  private List<String> payments() throws IOException {
    return Files.readAllLines(folder.resolve("out").resolve("payments.csv"));
  }

  private long paid(String payee, String term) throws IOException {
    return payments().stream()
        .map(line -> line.split(",", -1))
        .filter(cells -> cells[2].equals(payee) && cells[3].equals(term))
        .mapToLong(cells -> Long.parseLong(cells[7]))
        .sum();
  }

  @Test
  void what_a_network_is_paid_is_its_practices_lists_at_the_contracts_rates() throws IOException {
    assertThat(fund(TABLE, "--year", "2025/26")).as(terminal.err()).isEqualTo(ExitCode.DONE);
    assertThat(payments().getFirst())
        .isEqualTo("month,payer,payee,term,basis,quantity,rate,amount,source,mark,doubts");
    // £2.266 × 50,000, £8.427 × 52,500, £130.253 × 120
    assertThat(paid("U1", "core-registered")).isEqualTo(11_330_000);
    assertThat(paid("U1", "enhanced-access")).isEqualTo(44_241_750);
    assertThat(paid("U1", "care-home-premium")).isEqualTo(1_563_036);
    // £1.76 × 19,500.5, and nothing for a practice that is in no network
    assertThat(paid("A1", "network-participation")).isEqualTo(3_432_088);
    assertThat(paid("C1", "network-participation")).isZero();
    assertThat(payments().stream().filter(line -> line.contains(",U1,core-registered,")))
        .hasSize(12);
  }

  @Test
  void a_missing_basis_leaves_the_term_out_and_says_so() throws IOException {
    assertThat(fund(TABLE, "--year", "2025/26")).isEqualTo(ExitCode.DONE);
    assertThat(paid("U2", "additional-roles-sum")).isZero();
    assertThat(terminal.out())
        .contains("Additional roles reimbursement sum: weighted list not known");
    assertThat(Files.readString(folder.resolve("out").resolve("summary.json")))
        .contains("weighted list not known for B1");
  }

  @Test
  void as_announced_and_as_paid_differ_by_the_arrears() throws IOException {
    assertThat(fund(TABLE, "--year", "2024/25", "--as", "announced")).isEqualTo(ExitCode.DONE);
    long announced = paid("U1", "enhanced-access");
    assertThat(terminal.out()).contains("lists are of 2025-01-01; the network contract of 2024/25");
    assertThat(fund(TABLE, "--year", "2024/25", "--as", "paid")).isEqualTo(ExitCode.DONE);
    // £7.674, then £7.975, × 52,500
    assertThat(announced).isEqualTo(40_288_500);
    assertThat(paid("U1", "enhanced-access")).isEqualTo(41_868_750);
    assertThat(terminal.out()).contains("arrears from rates as announced to rates as finally paid");
    assertThat(fund(TABLE, "--year", "2024/25", "--as", "2024-09-26")).isEqualTo(ExitCode.DONE);
    assertThat(paid("U1", "enhanced-access")).isEqualTo(announced);
  }

  @Test
  void a_year_whose_figures_were_not_all_found_says_that_its_sums_are_too_small()
      throws IOException {
    assertThat(fund(TABLE, "--year", "2026/27")).isEqualTo(ExitCode.DONE);
    assertThat(terminal.out()).contains("core PCN funding").contains("sums are too small");
  }

  @Test
  void one_network_can_be_asked_for() throws IOException {
    assertThat(fund(TABLE, "--year", "2025/26", "--network", "U1")).isEqualTo(ExitCode.DONE);
    assertThat(payments().stream().skip(1).map(line -> line.split(",")[2]).distinct())
        .containsExactlyInAnyOrder("A1", "A2", "U1");
  }

  @Test
  void every_amount_has_its_derivation() throws IOException {
    fund(TABLE, "--year", "2025/26");
    assertThat(Files.readString(folder.resolve("out").resolve("trace.json")))
        .contains("£2.266 × 50,000 × 12/12")
        .contains("\"mark\":\"V2\"")
        .contains("PP-25");
  }

  @Test
  void a_derivation_can_be_read_on_the_terminal() throws IOException {
    assertThat(fund(TABLE, "--year", "2025/26", "--explain", "U1")).isEqualTo(ExitCode.DONE);
    assertThat(terminal.out())
        .contains("£2.266 × 50,000 × 12/12")
        .contains("Ash (A1): 20,000, 2025-01-01")
        .contains("[V2, verified: read in two or more independent published pages]");
    assertThat(fund(TABLE, "--year", "2025/26", "--explain", "X9")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(terminal.err()).contains("--explain \"X9\"").contains("Maybe");
  }

  private String summary() throws IOException {
    return Files.readString(folder.resolve("out").resolve("summary.json"));
  }

  @Test
  void an_amount_by_a_list_of_another_day_is_unverified_wherever_it_stands() throws IOException {
    assertThat(fund(TABLE, "--year", "2024/25")).isEqualTo(ExitCode.DONE);
    assertThat(payments())
        .filteredOn(line -> line.contains(",U1,core-registered,"))
        .hasSize(12)
        .allMatch(line -> line.endsWith(",M,list of another day"));
    assertThat(summary()).contains("\"list of another day\"").contains("\"paid_mark\" : \"M\"");
    assertThat(terminal.out())
        .containsPattern("paid +£[0-9,.]+  \\[M\\]")
        .containsPattern("arrears from .*\\[M\\]")
        .contains("less sure than the rates: list of another day");
    assertThat(fund(TABLE, "--year", "2025/26")).isEqualTo(ExitCode.DONE);
    assertThat(payments())
        .filteredOn(line -> line.contains(",U1,core-registered,"))
        .hasSize(12)
        .allMatch(line -> line.endsWith(",V2,"));
  }

  @Test
  void another_contract_is_left_out_of_the_global_sum_by_name() throws IOException {
    String table =
        """
        practice_code,list_size,list_size_date,weighted_list_size,contract_type,out_of_hours
        G,1000,2024-01-01,1000,GMS,
        K,1000,2024-01-01,1000,GMS,yes
        P,1000,2024-01-01,1000,PMS,
        X,1000,2024-01-01,1000,Unknown,
        """;
    assertThat(fund(table, "--year", "2024/25", "--as", "announced")).isEqualTo(ExitCode.DONE);
    assertThat(paid("G", "global-sum")).isEqualTo(10_757_000);
    assertThat(paid("G", "out-of-hours")).isEqualTo(-510_958);
    assertThat(paid("K", "out-of-hours")).isZero();
    assertThat(paid("P", "global-sum")).isZero();
    assertThat(payments())
        .filteredOn(line -> line.contains(",X,global-sum,"))
        .hasSize(12)
        .allMatch(line -> line.endsWith(",M,\"contract not known, as if GMS\""));
    assertThat(terminal.out())
        .contains("left out for 1 payees: Global sum: holds a contract of another kind (PMS)")
        .contains("the contract of 1 of 4 practices is not known")
        // No column of networks: what networks are paid is named, not passed over.
        .contains("Core PCN funding")
        .contains("is known to be in a network");
    assertThat(fund(table.replace("yes", "perhaps"), "--year", "2024/25"))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(terminal.err()).contains("out_of_hours", "perhaps", "expected yes or no");
  }

  @Test
  void what_was_achieved_comes_from_a_file() throws IOException {
    Path said =
        Table.write(
            folder,
            "achieved.csv",
            "payee,points,prevalence_factor,percent\nA1,500,1.1,\nU1,58,,50\n");
    assertThat(fund(TABLE, "--year", "2025/26")).isEqualTo(ExitCode.DONE);
    assertThat(paid("A1", "achievement")).isZero();
    long full = atMost("U1");
    assertThat(fund(TABLE, "--year", "2025/26", "--achieved", said.toString()))
        .as(terminal.err())
        .isEqualTo(ExitCode.DONE);
    // £225.49 × 500 × 20,000 ÷ 10,184 × 1.1, by the pack's own figures
    assertThat(paid("A1", "achievement")).isEqualTo(24_355_754);
    assertThat(atMost("U1")).isEqualTo(full / 2);
    assertThat(Files.readString(folder.resolve("out").resolve("trace.json")))
        .contains("500 points at", "prevalence factor 1.10 / 1");
    Path bad =
        Table.write(folder, "bad.csv", "payee,term,points\nNOBODY,,600\nA1,core,600\nA2,,-4\n");
    assertThat(fund(TABLE, "--year", "2025/26", "--achieved", bad.toString()))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(terminal.err())
        .contains("NOBODY", "a term of the year that pays by what was achieved", "-4 points");
  }

  private long atMost(String payee) throws IOException {
    return payments().stream()
        .map(line -> line.split(",", -1))
        .filter(cells -> cells[2].equals(payee) && cells[3].startsWith("capacity-and-access-imp"))
        .mapToLong(cells -> Long.parseLong(cells[7]))
        .sum();
  }

  @Test
  void a_practice_changes_network_within_the_year_by_the_columns_of_the_file() throws IOException {
    String table =
        """
        practice_code,list_size,list_size_date,network_code,network_joined,network_before
        A,12000,2025-01-01,U1,2019-10-01,
        B,12000,2025-01-01,U2,2025-07-10,U1
        """;
    assertThat(fund(table, "--year", "2025/26")).as(terminal.err()).isEqualTo(ExitCode.DONE);
    assertThat(payments().stream().filter(line -> line.contains(",U2,core-registered,")))
        .hasSize(9);
    assertThat(fund(table, "--year", "2025/26", "--move-by-day", "0")).isEqualTo(ExitCode.DONE);
    assertThat(payments()).noneMatch(line -> line.contains(",U2,core-registered,"));
    assertThat(terminal.out()).doesNotContain("nothing moves within the year");
    fund(TABLE, "--year", "2025/26");
    assertThat(terminal.out()).contains("nothing moves within the year");
    assertThat(fund(table.replace("network_joined", "something"), "--year", "2025/26"))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(terminal.err()).contains("network_before", "network_joined");
  }

  @Test
  void arrears_are_between_any_two_days_and_said_for_each_payee() throws IOException {
    assertThat(
            fund(
                TABLE,
                "--year",
                "2024/25",
                "--arrears-from",
                "2024-08-31",
                "--arrears-to",
                "2024-09-27"))
        .as(terminal.err())
        .isEqualTo(ExitCode.DONE);
    List<String> owed = Files.readAllLines(folder.resolve("out").resolve("arrears.csv"));
    assertThat(owed).anyMatch(line -> line.contains(",U1,network-contract,enhanced-access,"));
    assertThat(owed).noneMatch(line -> line.contains(",global-sum,"));
    assertThat(summary()).contains("\"arrears_from\" : \"as known on 2024-08-31\"");
    assertThat(terminal.out()).contains("arrears from rates as known on 2024-08-31 to rates as");
    assertThat(fund(TABLE, "--year", "2024/25", "--as", "1066-01-01"))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(terminal.err())
        .contains("--as \"1066-01-01\": expected a day from 2024-04-01 on")
        .contains("Maybe");
    assertThat(fund(TABLE, "--year", "2024/25", "--arrears-from", "paid"))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(terminal.err()).contains("wrong way round");
  }

  @Test
  void what_is_left_out_for_one_reason_is_one_entry_and_the_commissioner_has_its_allowance()
      throws IOException {
    assertThat(fund(TABLE, "--year", "2019/20")).isEqualTo(ExitCode.DONE);
    assertThat(summary().split("\"term\" : \"achievement\"", -1)).hasSize(2);
    assertThat(summary()).contains("\"payees\" : 4", "\"codes\" : [ \"A1\", \"A2\"");
    assertThat(summary())
        .containsPattern("\"payee\" : \"commissioner\",[^}]*\"allowance_pence\" : [1-9]");
    assertThat(terminal.out()).contains("additional roles (reimbursed for single posts");
  }

  @Test
  void what_cannot_be_priced_is_refused_in_words() throws IOException {
    assertThat(fund(TABLE, "--year", "1066/67")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(terminal.err())
        .contains("1066/67")
        .contains("expected a financial year")
        .contains("Maybe");
    assertThat(fund(TABLE, "--year", "2025/27")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(fund(TABLE, "--year", "1990/91")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(terminal.err()).contains("no rule pack of that year").contains("2025/26");
    assertThat(fund(TABLE, "--year", "2025/26", "--as", "soon")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(terminal.err()).contains("--as \"soon\"").contains("Maybe");
    assertThat(fund(TABLE, "--year", "2025/26", "--network", "U9")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(terminal.err()).contains("there are U1, U2").contains("Maybe");
    assertThat(fund(TABLE, "--year", "2025/26", "--place", "Y")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(terminal.err()).contains("it has Z").contains("Maybe");
    assertThat(fund(TABLE, "--year", "2025/26", "--move-by-day", "45"))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(fund(TABLE.replace("21000", "-21000"), "--year", "2025/26"))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(terminal.err()).contains("adjusted_population").contains("-21000").contains("Maybe");
    assertThat(terminal.type("fund", "--year", "2025/26", "--out", folder.toString()))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(terminal.err()).contains("Neither FILE nor --place").contains("Maybe");
  }
}
