package moot.app.forming;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import moot.formation.Explanation;
import moot.formation.Forming;
import moot.formation.FormingPractice;
import moot.formation.Plan;
import moot.formation.PlanNetwork;
import moot.papers.PlanFigures;
import moot.papers.Wording;
import moot.register.NetworkCode;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/**
 * Two plans of one place side by side, the left one being the reference.
 *
 * @param figures what can be said of both in one line each
 * @param matches which network of the right continues which of the left
 * @param moved the practices whose network on the right does not continue theirs on the left
 * @param patientsMoved those registered with them
 */
public record Pair(
    Side left,
    Side right,
    int practicesMoved,
    int patientsMoved,
    List<Figure> figures,
    List<MatchRow> matches,
    List<MovedRow> moved) {

  /**
   * One of the two.
   *
   * @param heading what it is
   * @param map the address of its map without the ending: {@code .geojson} and {@code .svg} exist
   * @param link where more is said about it; empty for nowhere
   */
  public record Side(String heading, String map, String link, Plan plan) {

    /** The same, priced by the rules of another plan where both are of the same practices. */
    private Side pricedLike(Plan other) {
      return plan.rules().equals(other.rules()) || !plan.place().equals(other.place())
          ? this
          : new Side(
              heading,
              map,
              link,
              Forming.priced(plan.place(), other.rules(), new TreeMap<>(networkOf(plan))));
    }
  }

  /** One figure of both. */
  public record Figure(String what, String left, String right) {}

  /** A network of the left, the one of the right that continues it, and their sizes. */
  public record MatchRow(
      String left,
      @Nullable Integer leftPatients,
      @Nullable SizeBar leftBar,
      String right,
      @Nullable Integer rightPatients,
      @Nullable SizeBar rightBar,
      int kept) {}

  /** A practice that moves. */
  public record MovedRow(String code, String name, int list, String from, String to) {}

  static Pair of(Side reference, Side right, Map<NetworkCode, String> names) {
    Side left = reference.pricedLike(right.plan());
    Explanation.Comparison comparison = Forming.compare(right.plan(), left.plan());
    return new Pair(
        left,
        right,
        comparison.practicesMoved(),
        comparison.patientsMoved(),
        figures(left.plan(), right.plan(), comparison),
        matches(left.plan(), right.plan(), comparison, names),
        moved(left.plan(), right.plan(), comparison, names));
  }

  private static List<Figure> figures(Plan left, Plan right, Explanation.Comparison comparison) {
    PlanFigures l = PlanFigures.of(left);
    PlanFigures r = PlanFigures.of(right);
    List<Figure> figures = new ArrayList<>();
    figures.add(
        new Figure(
            "Cost by the rules of the plan on the right, thousand patient-km",
            Wording.cost(left.cost()),
            Wording.cost(right.cost())));
    figures.add(
        new Figure(
            "Travel alone, thousand patient-km",
            Wording.cost(left.parts().travel()),
            Wording.cost(right.parts().travel())));
    figures.add(new Figure("Networks", Wording.whole(l.networks()), Wording.whole(r.networks())));
    figures.add(
        new Figure("Networks in the band", Wording.whole(l.inBand()), Wording.whole(r.inBand())));
    figures.add(
        new Figure(
            "Networks that are not connected",
            Wording.whole(l.notConnected()),
            Wording.whole(r.notConnected())));
    figures.add(
        new Figure(
            "Practices in a network", Wording.whole(l.practices()), Wording.whole(r.practices())));
    figures.add(
        new Figure("Practices that would move", "–", Wording.whole(comparison.practicesMoved())));
    figures.add(new Figure("Patients of those", "–", Wording.whole(comparison.patientsMoved())));
    return figures;
  }

  private static List<MatchRow> matches(
      Plan left, Plan right, Explanation.Comparison comparison, Map<NetworkCode, String> names) {
    Map<String, PlanNetwork> ofLeft = byId(left);
    Map<String, PlanNetwork> ofRight = byId(right);
    int largest = 0;
    for (Plan plan : List.of(left, right)) {
      for (PlanNetwork network : plan.networks()) {
        largest = Math.max(largest, network.patients());
      }
    }
    int longest = SizeBar.longest(right.rules().band(), largest);
    List<MatchRow> rows = new ArrayList<>();
    for (Explanation.Match match : comparison.matches()) {
      PlanNetwork l = match.reference() == null ? null : ofLeft.get(match.reference());
      PlanNetwork r = match.network() == null ? null : ofRight.get(match.network());
      rows.add(
          new MatchRow(
              called(match.reference(), names),
              l == null ? null : l.patients(),
              l == null ? null : SizeBar.of(right.rules().band(), l.patients(), longest),
              called(match.network(), names),
              r == null ? null : r.patients(),
              r == null ? null : SizeBar.of(right.rules().band(), r.patients(), longest),
              match.patientsKept()));
    }
    rows.sort(
        Comparator.comparing((MatchRow row) -> row.leftPatients() == null)
            .thenComparing(MatchRow::left)
            .thenComparing(MatchRow::right));
    return rows;
  }

  private static List<MovedRow> moved(
      Plan left, Plan right, Explanation.Comparison comparison, Map<NetworkCode, String> names) {
    Map<PracticeCode, String> from = networkOf(left);
    Map<PracticeCode, String> to = networkOf(right);
    Set<PracticeCode> moved = new HashSet<>(comparison.moved());
    List<MovedRow> rows = new ArrayList<>();
    for (FormingPractice practice : right.place().practices()) {
      if (moved.contains(practice.code())) {
        rows.add(
            new MovedRow(
                practice.code().value(),
                practice.name(),
                practice.registeredList(),
                called(from.get(practice.code()), names),
                called(to.get(practice.code()), names)));
      }
    }
    rows.sort(Comparator.comparing(MovedRow::from).thenComparing(MovedRow::name));
    return rows;
  }

  private static Map<PracticeCode, String> networkOf(Plan plan) {
    Map<PracticeCode, String> networkOf = new HashMap<>();
    for (PlanNetwork network : plan.networks()) {
      network.practices().forEach(practice -> networkOf.put(practice, network.id()));
    }
    return networkOf;
  }

  private static Map<String, PlanNetwork> byId(Plan plan) {
    Map<String, PlanNetwork> networks = new HashMap<>();
    plan.networks().forEach(network -> networks.put(network.id(), network));
    return networks;
  }

  private static String called(@Nullable String id, Map<NetworkCode, String> names) {
    if (id == null) {
      return "none";
    }
    String name = names.get(new NetworkCode(id));
    return name == null ? id : name + " (" + id + ")";
  }
}
