package moot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import moot.formation.PlanStatus;
import moot.papers.Answer;
import moot.papers.PlanJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {
  @TempDir Path folder = Path.of("");

  private final Terminal terminal = new Terminal();

  private int plan(String table, String... options) throws IOException {
    Path file = Table.write(folder, "practices.csv", table);
    List<String> args =
        new ArrayList<>(List.of("plan", file.toString(), "--out", out().toString()));
    args.addAll(List.of(options));
    return terminal.type(args.toArray(String[]::new));
  }

  private Path out() {
    return folder.resolve("out");
  }

  private Answer answer() throws IOException {
    return answer(out());
  }

  private static Answer answer(Path out) throws IOException {
    try (var in = Files.newInputStream(out.resolve("plan.json"))) {
      return PlanJson.read(in);
    }
  }

  private List<List<String>> networks() throws IOException {
    return answer().plan().networks().stream()
        .map(network -> network.practices().stream().map(Object::toString).toList())
        .toList();
  }

  @Test
  void the_plan_is_the_best_of_all_that_can_be_tried_by_hand() throws IOException {
    assertThat(plan(Table.LINE)).as(terminal.err()).isEqualTo(ExitCode.DONE);

    Answer answer = answer();
    ByHand byHand = ByHand.line();
    assertThat(answer.plan().status()).isEqualTo(PlanStatus.PROVED_OPTIMAL);
    assertThat(answer.plan().cost()).isEqualTo(byHand.cheapest(), within());
    assertThat(answer.plan().bound()).isEqualTo(byHand.cheapest(), within());
    assertThat(answer.plan().feasibleNetworks()).isEqualTo(byHand.feasible());
    assertThat(answer.plan().neighbours()).hasSize(5);
    // P1 and P3 travel 1 km to P2, P4 1 km and P6 3 km to P5.
    assertThat(networks()).containsExactly(List.of("P1", "P2", "P3"), List.of("P4", "P5", "P6"));
    assertThat(answer.plan().cost()).isEqualTo(10 + 11 + 14 + 21, within());
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(1e-9);
  }

  /** Every plan of the line of six, tried: connected networks of a line are its stretches. */
  private record ByHand(double[] km, int[] list) {
    static ByHand line() {
      return new ByHand(
          new double[] {0, 1, 2, 6, 7, 10},
          new int[] {10_000, 12_000, 11_000, 14_000, 18_000, 7_000});
    }

    double cheapest() {
      double best = Double.POSITIVE_INFINITY;
      for (int cuts = 0; cuts < 1 << (km.length - 1); cuts++) {
        double cost = 0;
        int from = 0;
        for (int i = 0; i < km.length; i++) {
          if (i == km.length - 1 || (cuts >> i & 1) == 1) {
            cost += cost(from, i);
            from = i + 1;
          }
        }
        best = Math.min(best, cost);
      }
      return best;
    }

    long feasible() {
      long count = 0;
      for (int from = 0; from < km.length; from++) {
        for (int to = from; to < km.length; to++) {
          count += Double.isFinite(cost(from, to)) ? 1 : 0;
        }
      }
      return count;
    }

    private double cost(int from, int to) {
      int patients = 0;
      for (int i = from; i <= to; i++) {
        patients += list[i];
      }
      if (patients > 50_000 && from < to) {
        return Double.POSITIVE_INFINITY;
      }
      double travel = Double.POSITIVE_INFINITY;
      for (int hub = from; hub <= to; hub++) {
        double sum = 0;
        for (int i = from; i <= to; i++) {
          sum += list[i] * Math.abs(km[i] - km[hub]) / 1000;
        }
        travel = Math.min(travel, sum);
      }
      return travel + 20.0 * Math.max(0, 30_000 - patients) / 1000;
    }
  }

  @Test
  void every_paper_is_there_and_none_unfinished() throws IOException {
    plan(Table.LINE, "--pdf");

    assertThat(names(out()))
        .containsExactly(
            "input.csv",
            "plan.csv",
            "plan.geojson",
            "plan.json",
            "plan.xlsx",
            "report.html",
            "report.pdf");
    assertThat(Files.readAllLines(out().resolve("plan.csv")))
        .startsWith("practice_code,network,hub", "P1,N01,P2")
        .hasSize(7);
    assertThat(Files.readString(out().resolve("input.csv")))
        .startsWith(
            "practice_code,name,easting,northing,list_size,place_code,network_code,council_code,sub_location,need\nP1,One,400000,300000,10000,QAA,T1,,,\n");
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return new TreeSet<>(files.map(file -> String.valueOf(file.getFileName())).toList());
    }
  }

  @Test
  void the_terminal_says_what_came_out_beside_today() throws IOException {
    plan(Table.LINE);

    assertThat(terminal.out())
        .contains("QAA: 6 practices, 72,000 patients")
        .contains("cost 56.000  bound 56.000  proved optimal")
        .contains("2 networks, 2 in the band, 0 under, 0 over, 0 not connected")
        .contains("1 not connected")
        .contains("patients (2 practices) would move");
  }

  @Test
  void one_place_of_several_has_to_be_chosen() throws IOException {
    String two = Table.LINE + "R1,Are,500000,300000,31000,QBB,\n";

    assertThat(plan(two)).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(terminal.err())
        .contains("2 places: QAA, QBB")
        .contains("Maybe you want --place all");

    assertThat(plan(two, "--place", "QBB")).isEqualTo(ExitCode.DONE);
    assertThat(networks()).containsExactly(List.of("R1"));

    assertThat(plan(two, "--place", "QCC")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(terminal.err()).contains("--place \"QCC\"").contains("Maybe the code is mistyped");
  }

  @Test
  void all_places_are_planned_each_by_itself() throws IOException {
    String two =
        Table.LINE
            + "R1,Are,400000,300000,31000,Q/B,\n"
            + "S1,\"Es, & <co>\",400500,300000,32000,Q_B,\n";

    assertThat(plan(two, "--place", "all", "--threads", "2"))
        .as(terminal.err())
        .isEqualTo(ExitCode.DONE);

    assertThat(names(out())).containsExactly("QAA", "Q_B", "Q_B-2", "index.html", "summary.csv");
    List<String> summary = Files.readAllLines(out().resolve("summary.csv"));
    assertThat(summary).hasSize(4);
    assertThat(summary.get(0))
        .isEqualTo(
            "place_code,name,practices,patients,today_cost,today_networks,today_in_band,today_not_connected,cost,bound,gap,status,networks,in_band,patients_moved,feasible_networks,seconds");
    assertThat(summary.get(2)).startsWith("QAA,QAA,6,72000,").contains(",PROVED_OPTIMAL,2,2,");
    assertThat(Files.readString(out().resolve("index.html")))
        .contains("<a href=\"QAA/report.html\">QAA</a>")
        .contains("3 of 3");
    assertThat(answer(out().resolve("QAA")).plan().cost()).isEqualTo(56, within());
    assertThat(terminal.err()).contains("3 of 3: ");
  }

  @Test
  void the_same_seed_and_input_give_the_same_plan() throws IOException {
    String table = Table.strewn(40, "QAA", 5, 30);
    plan(table, "--seed", "3");
    String first = Files.readString(out().resolve("plan.csv"));
    plan(table, "--seed", "3");

    assertThat(Files.readString(out().resolve("plan.csv"))).isEqualTo(first);
  }

  @Test
  void locks_hold() throws IOException {
    Path locks =
        Table.write(
            folder, "locks.csv", "lock,codes\ntogether,P3 P4\napart,\"P1 P2\"\nleave-out,P6\n");

    assertThat(plan(Table.LINE, "--locks", locks.toString()))
        .as(terminal.err())
        .isEqualTo(ExitCode.DONE);

    assertThat(networks())
        .contains(List.of("P1"))
        .anyMatch(n -> n.containsAll(List.of("P3", "P4")));
    assertThat(answer().plan().leftOut()).hasToString("[P6]");
    assertThat(Files.readString(out().resolve("plan.json")))
        .contains("\"lock\" : \"together\"")
        .contains("leave-out");
  }

  @Test
  void rules_that_contradict_each_other_are_named() throws IOException {
    Path locks =
        Table.write(folder, "locks.csv", "lock,codes\ntogether,P1 P2\napart,P1 P2\nleave-out,P6\n");

    assertThat(plan(Table.LINE, "--locks", locks.toString())).isEqualTo(ExitCode.BAD_INPUT);

    assertThat(terminal.err())
        .contains("contradict each other")
        .contains("together: P1, P2")
        .contains("apart: P1, P2")
        .doesNotContain("leave out")
        .contains("Maybe");
  }

  @Test
  void neighbours_can_be_given() throws IOException {
    // P4 can no longer join P5: only the bridge from P3 is left to it.
    Path pairs = Table.write(folder, "pairs.csv", "a,b\nP1,P2\nP2,P3\nP3,P4\nP5,P6\n");

    assertThat(plan(Table.LINE, "--neighbours", pairs.toString()))
        .as(terminal.err())
        .isEqualTo(ExitCode.DONE);

    assertThat(networks()).contains(List.of("P1", "P2", "P3", "P4"), List.of("P5", "P6"));
    assertThat(answer().plan().neighbours()).hasSize(4);
    assertThat(Files.readString(out().resolve("plan.json"))).contains("\"neighboursGiven\" : true");
  }

  @Test
  void the_number_of_networks_can_be_fixed() throws IOException {
    plan(Table.LINE, "--networks", "4");
    assertThat(networks()).hasSize(4);

    plan(Table.LINE, "--networks", "3-5");
    assertThat(networks()).hasSize(3);
  }

  @Test
  void weights_keep_their_defaults_where_they_are_not_named() throws IOException {
    plan(Table.LINE, "--weights", "ties=2, per-network=1.5");

    Answer answer = answer();
    assertThat(answer.plan().rules().weights().travel()).isEqualTo(1);
    assertThat(answer.plan().rules().weights().shortfall()).isEqualTo(20);
    assertThat(answer.plan().rules().weights().ties()).isEqualTo(2);
    assertThat(answer.plan().parts().perNetwork())
        .isEqualTo(1.5 * answer.plan().networks().size(), within());
  }

  @Test
  void what_practices_think_of_each_other_is_in_no_file() throws IOException {
    Path preferences =
        Table.write(folder, "preferences.csv", "of,about,dislike\nP1,P2,0.7312\nP6,P5,-0.4421\n");

    assertThat(
            plan(
                Table.LINE,
                "--preferences",
                preferences.toString(),
                "--weights",
                "preferences=1",
                "--stability",
                "--pdf"))
        .as(terminal.err())
        .isEqualTo(ExitCode.DONE);

    for (String name : names(out())) {
      String content = Files.readString(out().resolve(name), StandardCharsets.ISO_8859_1);
      assertThat(content).as(name).doesNotContain("0.7312").doesNotContain("0.4421");
    }
    assertThat(terminal.out() + terminal.err()).doesNotContain("7312").doesNotContain("4421");
  }

  @Test
  void where_patients_live_is_kept_beside_the_plan_when_it_counts() throws IOException {
    Path areas =
        Table.write(
            folder,
            "areas.csv",
            "PRACTICE_CODE,LSOA_CODE,NUMBER_OF_PATIENTS\nP1,E01000001,9000\nP1,E01000001,500\nP2,E01000001,12000\nZ9,E01000009,5\n");

    plan(Table.LINE, "--patients-by-area", areas.toString(), "--weights", "overlap=0.5");

    assertThat(Files.readAllLines(out().resolve("patients-by-area.csv")))
        .containsExactly(
            "practice_code,lsoa_code,patients", "P1,E01000001,9500", "P2,E01000001,12000");

    plan(Table.LINE);
    assertThat(out().resolve("patients-by-area.csv")).doesNotExist();
  }

  @Test
  void a_published_join_is_read_as_it_is() throws IOException {
    String joined =
        "\ufeffpractice_code,name,lat,easting,northing,list_size,pcn_code,pcn_member_2025_01,sub_icb_code,icb_code,icb_name,imd,lad_code\r\n"
            + "P1,ONE,54.5,400000,300000,31000,U1,Yes,05D,QAA,NHS Mere,34.5,E06000001\r\n"
            + "P2,TWO,54.5,401000,300000,500,,No,05D,QAA,NHS Mere,34.5,E06000001\r\n"
            + "P3,THREE,,,,32000,U1,Yes,05D,QAA,NHS Mere,34.5,E06000001\r\n";

    assertThat(plan(joined)).as(terminal.err()).isEqualTo(ExitCode.DONE);

    assertThat(terminal.err())
        .contains("1 rows left aside: not in a network")
        .contains("line 4")
        .contains("1 rows left aside: no coordinates or no list");
    Answer answer = answer();
    assertThat(answer.plan().place().name()).isEqualTo("NHS Mere");
    var practice = answer.plan().place().practices().getFirst();
    assertThat(practice.today()).hasToString("U1");
    assertThat(practice.council()).hasToString("E06000001");
    assertThat(practice.subLocation()).isEqualTo("05D");
    assertThat(practice.need()).isEqualTo(34.5);
  }

  @Test
  void semicolons_and_quotes_are_understood() throws IOException {
    String semicolons =
        Table.LINE.replace(',', ';').replace("One", "\"One; \"\"the first\"\"\nof all\"");

    assertThat(plan(semicolons)).as(terminal.err()).isEqualTo(ExitCode.DONE);

    assertThat(answer().plan().place().practices().getFirst().name())
        .isEqualTo("One; \"the first\" of all");
  }

  @Test
  void a_table_without_places_is_one_place_called_like_the_file() throws IOException {
    plan("practice_code,easting,northing,list_size\nA1,400000,300000,31000\n");

    assertThat(answer().plan().place().code()).hasToString("practices");
    assertThat(answer().againstToday()).isNull();
  }

  @Test
  void time_that_is_too_short_still_leaves_a_plan_and_its_gap() throws IOException {
    int code = plan(Table.strewn(160, "QAA", 8, 25), "--time-limit", "0.01");

    assertThat(code).as(terminal.err()).isEqualTo(ExitCode.GAP_LEFT);
    Answer answer = answer();
    assertThat(answer.plan().status()).isEqualTo(PlanStatus.BEST_FOUND);
    assertThat(answer.plan().gap()).isPositive().isLessThanOrEqualTo(1);
    assertThat(answer.plan().networks().stream().mapToInt(n -> n.practices().size()).sum())
        .isEqualTo(160);

    assertThat(plan(Table.strewn(160, "QAA", 8, 25), "--time-limit", "0.01", "--accept-gap", "1"))
        .isEqualTo(ExitCode.DONE);
  }

  @Test
  void alternatives_really_differ_and_cost_no_less() throws IOException {
    assertThat(plan(Table.LINE, "--alternatives", "2", "--differ", "0.15"))
        .as(terminal.err())
        .isEqualTo(ExitCode.DONE);

    Answer answer = answer();
    assertThat(answer.plan().cost()).isEqualTo(56, within());
    assertThat(answer.alternatives())
        .hasSize(2)
        .allSatisfy(
            other -> {
              assertThat(other.againstPlan().extraCost()).isNotNegative();
              assertThat(other.againstPlan().patientsMoved()).isGreaterThanOrEqualTo(10_800);
              assertThat(other.plan().status()).isEqualTo(PlanStatus.PROVED_OPTIMAL);
            });
    assertThat(terminal.out()).contains("patients placed otherwise");
  }

  @Test
  void the_curve_of_networks_is_cheapest_where_the_plan_is() throws IOException {
    plan(Table.LINE, "--curve", "networks", "--stability");

    Answer answer = answer();
    var points = answer.curves().getFirst().points();
    assertThat(points).extracting(p -> (int) p.value()).containsExactly(2, 3, 4, 5, 6);
    assertThat(points)
        .allSatisfy(p -> assertThat(p.plan().networks()).hasSize((int) p.value()))
        .allSatisfy(p -> assertThat(p.plan().cost()).isGreaterThanOrEqualTo(56 - 1e-9));
    assertThat(points.getFirst().plan().cost()).isEqualTo(56, within());
    assertThat(names(out())).contains("curve.csv", "curve.svg");
    assertThat(Files.readAllLines(out().resolve("curve.csv")))
        .hasSize(6)
        .element(1)
        .asString()
        .startsWith("networks,2,PROVED_OPTIMAL,56");
    assertThat(Files.readString(out().resolve("report.html"))).contains("How many networks?");
    assertThat(answer.stability()).isNotNull();

    plan(Table.LINE, "--curve", "networks", "--networks", "3-4");
    assertThat(answer().curves().getFirst().points()).hasSize(2);

    plan(Table.LINE);
    assertThat(names(out())).doesNotContain("curve.csv", "curve.svg");
  }

  @Test
  void what_ties_are_worth_more_all_else_is_worth_less() throws IOException {
    plan(Table.LINE, "--curve", "ties");

    var points = answer().curves().getFirst().points();
    assertThat(points).isNotEmpty();
    for (int i = 1; i < points.size(); i++) {
      assertThat(points.get(i).value()).isGreaterThan(points.get(i - 1).value());
      assertThat(withoutTies(points.get(i).plan()))
          .isGreaterThanOrEqualTo(withoutTies(points.get(i - 1).plan()) - 1e-9);
    }
  }

  private static double withoutTies(moot.formation.Plan plan) {
    return plan.cost() - plan.parts().ties();
  }

  @Test
  void a_plan_can_be_made_to_hold_by_consent() throws IOException {
    assertThat(plan(Table.LINE, "--most-stable")).as(terminal.err()).isEqualTo(ExitCode.DONE);

    assertThat(answer().stability()).isNotNull();
    assertThat(terminal.out()).contains("  stable   ", "  price    Stability costs ");
    assertThat(answer().mostStable()).isTrue();
    assertThat(answer().cheapest()).isNotNull();
  }
}
