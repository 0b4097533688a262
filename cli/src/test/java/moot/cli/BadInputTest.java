package moot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with what was typed or given: said in words, exit code 2, nothing written. */
class BadInputTest {
  private static final String HEADING = "practice_code,easting,northing,list_size,place_code\n";

  @TempDir Path folder = Path.of("");

  private final Terminal terminal = new Terminal();

  /** Plans, sees that it is refused, and gives back what was said. */
  private List<String> refused(byte[] table, String... options) throws IOException {
    Path file = Files.write(folder.resolve("practices.csv"), table);
    Path out = folder.resolve("out");
    List<String> args = new ArrayList<>(List.of("plan", file.toString(), "--out", out.toString()));
    args.addAll(Arrays.asList(options));

    int code = terminal.type(args.toArray(String[]::new));

    assertThat(code).as(terminal.err()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(terminal.err())
        .contains("Maybe")
        .doesNotContain("\tat ")
        .doesNotContain("Exception");
    assertThat(out.resolve("plan.json")).doesNotExist();
    return terminal.err().lines().toList();
  }

  private List<String> refused(String table, String... options) throws IOException {
    return refused(table.getBytes(StandardCharsets.UTF_8), options);
  }

  @Test
  void no_such_file() {
    assertThat(terminal.type("plan", folder.resolve("none.csv").toString(), "--out", "x"))
        .isEqualTo(ExitCode.BAD_INPUT);

    assertThat(terminal.err()).contains("none.csv: no such file").contains("Maybe");
  }

  @Test
  void a_folder_is_no_file() {
    assertThat(terminal.type("plan", folder.toString(), "--out", "x")).isEqualTo(2);

    assertThat(terminal.err()).contains("this is a folder").contains("Maybe");
  }

  @Test
  void an_empty_file() throws IOException {
    assertThat(refused("")).anyMatch(line -> line.contains("empty") || line.contains("no rows"));
  }

  @Test
  void a_heading_and_nothing_else() throws IOException {
    assertThat(refused(HEADING)).anyMatch(line -> line.contains("no rows under the headings"));
  }

  @Test
  void missing_columns_are_named_all_at_once() throws IOException {
    List<String> said = refused("practice_code,easting,patients\nA1,400000,7\n");

    assertThat(said).anyMatch(line -> line.contains("northing") && line.contains("missing"));
    assertThat(said).anyMatch(line -> line.contains("list_size") && line.contains("missing"));
  }

  @Test
  void a_table_of_something_else() throws IOException {
    assertThat(refused("colour,size\nred,7\n"))
        .anyMatch(line -> line.contains("practice_code, easting, northing and list_size"));
  }

  @Test
  void every_bad_row_is_listed_with_line_column_and_value() throws IOException {
    List<String> said =
        refused(
            HEADING
                + "A1,400000,300000,9000,QAA\n"
                + "A1,400500,300000,8000,QAA\n"
                + "A2,here,300000,8000,QAA\n"
                + "A3,400000,300000,-5,QAA\n"
                + "A4,400000,300000,1234567890,QAA\n"
                + "A5,400000,300000,12.5,QAA\n"
                + "A6,400000,300000,,QAA\n"
                + "A7,,,9000,QAA\n"
                + "A8,400000,,9000,QAA\n"
                + ",400000,300000,9000,QAA\n"
                + "=1+1,400000,300000,9000,QAA\n"
                + "A9,-1.3,54.5,9000,QAA\n"
                + "A10,400000,300000,9000,\n"
                + "A11,NaN,300000,9000,QAA\n"
                + "A12,1e400,300000,9000,QAA\n");

    assertThat(said).anyMatch(l -> l.contains("line 3") && l.contains("already in line 2"));
    assertThat(said).anyMatch(l -> l.contains("line 4, column easting, \"here\""));
    assertThat(said).anyMatch(l -> l.contains("line 5, column list_size, \"-5\""));
    assertThat(said).anyMatch(l -> l.contains("line 6, column list_size, \"1234567890\""));
    assertThat(said).anyMatch(l -> l.contains("line 7, column list_size, \"12.5\""));
    assertThat(said).anyMatch(l -> l.contains("line 8, column list_size"));
    assertThat(said).anyMatch(l -> l.contains("line 9, column easting"));
    assertThat(said).anyMatch(l -> l.contains("line 10, column northing"));
    assertThat(said).anyMatch(l -> l.contains("line 11, column practice_code"));
    assertThat(said).anyMatch(l -> l.contains("line 12, column practice_code, \"=1+1\""));
    assertThat(said).anyMatch(l -> l.contains("line 13, column easting, \"-1.3\""));
    assertThat(said).anyMatch(l -> l.contains("line 14, column place_code"));
    assertThat(said).anyMatch(l -> l.contains("line 15, column easting, \"NaN\""));
    assertThat(said).anyMatch(l -> l.contains("line 16, column easting, \"1e400\""));
    assertThat(said).allMatch(l -> l.contains("Maybe"));
  }

  @Test
  void a_quote_that_is_never_closed() throws IOException {
    assertThat(refused(HEADING + "\"A1,400000,300000,9000,QAA\n")).isNotEmpty();
  }

  @Test
  void bytes_that_are_no_text() throws IOException {
    byte[] zeros = new byte[10_000];
    assertThat(refused(zeros)).isNotEmpty();
  }

  @Test
  void nobody_is_left() throws IOException {
    assertThat(
            refused(
                "practice_code,easting,northing,list_size,pcn_member_2025_01\nA1,400000,300000,9000,No\n"))
        .anyMatch(line -> line.contains("no practice is left"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --min       | 50001   | --min 50001, --max 50000
          --min       | -1      | --min -1
          --max       | 0       | --max 0
          --max       | many    | --max
          --weights   | trvel=1 | expected one of travel, shortfall
          --weights   | travel  | expected name=number
          --weights   | ties=-1 | expected a number from 0
          --weights   | ties=x  | expected a number after the =
          --weights   | ties=NaN| expected a number from 0
          --networks  | 5-3     | --networks "5-3"
          --networks  | 0       | --networks "0"
          --networks  | lots    | --networks "lots"
          --networks  | 7-9     | number of networks
          --time-limit| 0       | --time-limit 0.0
          --time-limit| NaN     | --time-limit NaN
          --accept-gap| 3       | Maybe it is a percentage
          --differ    | 0       | --differ 0.0
          --alternatives | -2   | --alternatives -2
          --threads   | 0       | --threads 0
          --curve     | age     | networks
          --seed      | x       | --seed
          --place     | QZZ     | it has QAA
          --locks     | none.csv | no such file
          --neighbours| none.csv | no such file
          --frobnicate| 1       | --frobnicate
          """)
  void options_that_make_no_sense(String option, String value, String said) throws IOException {
    refused(Table.LINE, option, value);

    assertThat(terminal.err()).contains(said);
  }

  @Test
  void what_does_not_go_together() throws IOException {
    assertThat(refused(Table.LINE, "--most-stable", "--alternatives", "2"))
        .anyMatch(line -> line.contains("expected one of them"));
    assertThat(
            refused(
                "practice_code,easting,northing,list_size\nA1,400000,300000,31000\n",
                "--curve",
                "ties"))
        .anyMatch(line -> line.contains("there are no ties"));
  }

  @Test
  void out_must_be_said_and_must_be_a_folder() throws IOException {
    Path file = Table.write(folder, "practices.csv", Table.LINE);
    assertThat(terminal.type("plan", file.toString())).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(terminal.err()).contains("--out");

    assertThat(terminal.type("plan", file.toString(), "--out", file.toString()))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(terminal.err()).contains("there is a file where a folder is needed");
  }

  @Test
  void locks_that_make_no_sense() throws IOException {
    Path locks =
        Table.write(
            folder,
            "locks.csv",
            "lock,codes\nglue,P1 P2\ntogether,P1\ntogether,P1 P1\napart,P1 P99\nstay,T9\nleave-out,\n");

    List<String> said = refused(Table.LINE, "--locks", locks.toString());

    assertThat(said).anyMatch(l -> l.contains("line 2, column lock, \"glue\""));
    assertThat(said).anyMatch(l -> l.contains("line 3") && l.contains("at least two practices"));
    assertThat(said).anyMatch(l -> l.contains("line 4") && l.contains("named twice"));
    assertThat(said).anyMatch(l -> l.contains("line 5") && l.contains("P99 is not in the table"));
    assertThat(said)
        .anyMatch(l -> l.contains("line 6") && l.contains("no practice is in a network T9"));
    assertThat(said).anyMatch(l -> l.contains("line 7, column codes"));
  }

  @Test
  void neighbours_that_make_no_sense() throws IOException {
    Path pairs = Table.write(folder, "pairs.csv", "a,b\nP1,P1\nP1,P77\n,P2\n");

    List<String> said = refused(Table.LINE, "--neighbours", pairs.toString());

    assertThat(said).anyMatch(l -> l.contains("line 2") && l.contains("not its own neighbour"));
    assertThat(said).anyMatch(l -> l.contains("line 3") && l.contains("P77 is not in the table"));
    assertThat(said).anyMatch(l -> l.contains("line 4, column a"));
  }

  @Test
  void preferences_that_make_no_sense_are_not_repeated() throws IOException {
    Path preferences =
        Table.write(folder, "preferences.csv", "of,about,dislike\nP1,P2,1.7\nP1,P3,\n");

    List<String> said = refused(Table.LINE, "--preferences", preferences.toString());

    assertThat(said).anyMatch(l -> l.contains("line 2")).anyMatch(l -> l.contains("line 3"));
    assertThat(terminal.err()).doesNotContain("1.7");
  }

  @Test
  void areas_of_somewhere_else() throws IOException {
    Path areas =
        Table.write(folder, "areas.csv", "practice_code,lsoa_code,patients\nZ1,E01000001,7\n");

    assertThat(refused(Table.LINE, "--patients-by-area", areas.toString()))
        .anyMatch(l -> l.contains("none of its practices"));
  }
}
