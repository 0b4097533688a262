package moot.papers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import moot.formation.Explanation;
import moot.formation.Explanation.Comparison;
import moot.formation.FormingPractice;
import moot.formation.Plan;
import moot.formation.PlanNetwork;
import moot.formation.SizeBand;
import moot.formation.Stability;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/** What the report says, in the order in which it says it; {@code report.jte} only lays it out. */
final class ReportPage {
  private final Answer answer;
  private final Plan plan;
  private final Map<PracticeCode, FormingPractice> practices = new HashMap<>();
  private final Map<PracticeCode, Explanation.OfPractice> ofPractice = new HashMap<>();
  private final Map<String, Explanation.OfNetwork> ofNetwork = new HashMap<>();
  private final Map<String, String> continues = new HashMap<>();
  private final Set<PracticeCode> moved = new HashSet<>();

  ReportPage(Answer answer) {
    this.answer = answer;
    this.plan = answer.plan();
    plan.place().practices().forEach(practice -> practices.put(practice.code(), practice));
    Explanation explanation = answer.explanation();
    if (explanation != null) {
      explanation.practices().forEach(p -> ofPractice.put(p.practice(), p));
      explanation.networks().forEach(n -> ofNetwork.put(n.network(), n));
    }
    Comparison today = answer.againstToday();
    if (today != null) {
      moved.addAll(today.moved());
      for (Explanation.Match match : today.matches()) {
        if (match.network() != null && match.reference() != null) {
          continues.put(match.network(), match.reference());
        }
      }
    }
  }

  /** Text as a page can hold it. */
  static String clean(String text) {
    return Characters.printable(text);
  }

  String title() {
    return "Networks for " + clean(plan.place().name());
  }

  String placeCode() {
    return clean(plan.place().code().value());
  }

  String subtitle() {
    PlanFigures figures = PlanFigures.of(plan);
    return "%s with %s in %s"
        .formatted(
            Wording.count(figures.practices(), "practice", "practices"),
            Wording.count(figures.patients(), "patient", "patients"),
            Wording.count(figures.networks(), "network", "networks"));
  }

  /** A figure to be seen first. */
  record Figure(String value, String what) {}

  List<Figure> figures() {
    PlanFigures figures = PlanFigures.of(plan);
    List<Figure> list = new ArrayList<>();
    list.add(
        switch (plan.status()) {
          case PROVED_OPTIMAL ->
              new Figure(
                  "Proved",
                  answer.mostStable()
                      ? "no plan that leaves as little to gain by leaving costs less"
                      : "no plan under these rules costs less");
          case BEST_FOUND ->
              new Figure(
                  "Best found",
                  "another plan could cost at most %s less".formatted(Wording.percent(plan.gap())));
          case PRICED -> new Figure("Priced", "given, not searched for");
        });
    list.add(new Figure(Wording.cost(plan.cost()), "cost in thousand patient-km"));
    list.add(
        new Figure(
            figures.inBand() + " of " + figures.networks(),
            "networks between %s and %s patients"
                .formatted(Wording.whole(band().min()), Wording.whole(band().max()))));
    Comparison today = answer.againstToday();
    if (today != null) {
      list.add(
          new Figure(
              Wording.whole(today.patientsMoved()),
              "patients whose practice would change network"));
    }
    return list;
  }

  private SizeBand band() {
    return plan.rules().band();
  }

  PlanMap.@Nullable Drawing map() {
    return plan.networks().isEmpty() ? null : PlanMap.of(plan);
  }

  /** How wide the map may be on A4 for it to share the first page with the headings, in mm. */
  static int paperWidth(PlanMap.Drawing map) {
    return (int) Math.min(184, 172 / map.proportion());
  }

  /** A drawing for a PDF, which asks for what stands for it in words. */
  static String onPaper(String svg) {
    return svg.replaceFirst("<svg ", "<svg alt=\"Drawing; the tables say the same\" ");
  }

  /**
   * @param percent how far the bar goes, of the scale's whole length
   */
  record NetworkRow(
      String id,
      String hub,
      int practices,
      String patients,
      double percent,
      boolean fine,
      String size,
      String cost,
      String farthest,
      String spread,
      String councils,
      String continues) {}

  List<NetworkRow> networks() {
    List<NetworkRow> rows = new ArrayList<>();
    for (PlanNetwork network : plan.networks()) {
      Explanation.OfNetwork why = ofNetwork.get(network.id());
      String size = Wording.size(band(), network.patients());
      rows.add(
          new NetworkRow(
              clean(network.id()),
              name(network.hub()),
              network.practices().size(),
              Wording.whole(network.patients()),
              percent(network.patients()),
              size.equals("in the band") && network.connected(),
              network.connected() ? size : size + ", not connected",
              Wording.cost(network.cost()),
              why == null ? "" : Wording.km(why.farthestKm()),
              why == null ? "" : Wording.km(why.spreadKm()),
              why == null
                  ? ""
                  : clean(
                      String.join(", ", why.councils().stream().map(Object::toString).toList())),
              clean(continues.getOrDefault(network.id(), ""))));
    }
    return rows;
  }

  record CostRow(String network, List<String> parts, String cost) {}

  /** Each network's cost by part, in the order of {@link #partNames}. */
  List<CostRow> costs() {
    List<CostRow> rows = new ArrayList<>();
    for (PlanNetwork network : plan.networks()) {
      Map<String, Double> parts = new HashMap<>();
      Wording.parts(network.parts(), plan.rules().weights())
          .forEach(part -> parts.put(part.name(), part.cost()));
      rows.add(
          new CostRow(
              clean(network.id()),
              partNames().stream().map(p -> Wording.cost(parts.getOrDefault(p, 0.0))).toList(),
              Wording.cost(network.cost())));
    }
    return rows;
  }

  boolean explained() {
    return !ofNetwork.isEmpty();
  }

  boolean comparedWithToday() {
    return answer.againstToday() != null;
  }

  /** The names of the parts that the networks' costs have, in the order of their columns. */
  List<String> partNames() {
    return Wording.parts(plan.parts(), plan.rules().weights()).stream()
        .map(Wording.Part::name)
        .toList();
  }

  /** A total and the parts it is made of, in the order of {@link #partNames}. */
  List<String> partTotals() {
    return Wording.parts(plan.parts(), plan.rules().weights()).stream()
        .map(part -> Wording.cost(part.cost()))
        .toList();
  }

  String totalCost() {
    return Wording.cost(plan.cost());
  }

  String totalPatients() {
    return Wording.whole(PlanFigures.of(plan).patients());
  }

  int totalPractices() {
    return PlanFigures.of(plan).practices();
  }

  /** A full bar is half as much again as the band's maximum; what is more is said in words. */
  private double percent(double patients) {
    return Math.min(100, Math.round(1000 * patients / (band().max() * 1.5)) / 10.0);
  }

  double bandFrom() {
    return percent(band().min());
  }

  double bandWidth() {
    return Math.round(10 * (percent(band().max()) - percent(band().min()))) / 10.0;
  }

  String bandWords() {
    return "%s to %s patients".formatted(Wording.whole(band().min()), Wording.whole(band().max()));
  }

  record ExceptionRow(
      String kind, String network, String practices, String patients, String reason) {}

  List<ExceptionRow> exceptions() {
    return plan.exceptions().stream()
        .map(
            e ->
                new ExceptionRow(
                    Wording.kind(e.kind()),
                    clean(e.network()),
                    String.join(", ", e.practices().stream().map(this::name).toList()),
                    Wording.whole(e.patients()),
                    clean(e.reason())))
        .toList();
  }

  record TodayRow(String what, String today, String plan) {}

  List<TodayRow> today() {
    Comparison comparison = answer.againstToday();
    if (comparison == null) {
      return List.of();
    }
    PlanFigures now = PlanFigures.of(comparison.reference());
    PlanFigures then = PlanFigures.of(plan);
    return List.of(
        new TodayRow(
            "Cost (thousand patient-km)",
            Wording.cost(comparison.reference().cost()),
            Wording.cost(plan.cost())),
        row("Networks", now.networks(), then.networks()),
        row("Networks in the band", now.inBand(), then.inBand()),
        row("Networks under the minimum", now.under(), then.under()),
        row("Networks over the maximum", now.over(), then.over()),
        row("Networks not connected", now.notConnected(), then.notConnected()),
        new TodayRow("Practices that would move", "", Wording.whole(comparison.practicesMoved())),
        new TodayRow("Patients who would move", "", Wording.whole(comparison.patientsMoved())));
  }

  private static TodayRow row(String what, int now, int then) {
    return new TodayRow(what, Wording.whole(now), Wording.whole(then));
  }

  /** Today's networks that nothing continues. */
  List<String> discontinued() {
    Comparison comparison = answer.againstToday();
    return comparison == null
        ? List.of()
        : comparison.matches().stream()
            .filter(match -> match.network() == null && match.reference() != null)
            .map(match -> clean(String.valueOf(match.reference())))
            .toList();
  }

  record PracticeRow(
      String code,
      String name,
      boolean hub,
      String list,
      String km,
      String share,
      String today,
      boolean moves,
      String move,
      String moveCost) {}

  record Members(String network, String heading, List<PracticeRow> practices) {}

  List<Members> members() {
    List<Members> list = new ArrayList<>();
    for (PlanNetwork network : plan.networks()) {
      list.add(
          new Members(
              clean(network.id()),
              "%s: %s, %s"
                  .formatted(
                      clean(network.id()),
                      Wording.count(network.practices().size(), "practice", "practices"),
                      Wording.count(network.patients(), "patient", "patients")),
              network.practices().stream()
                  .map(code -> practice(code, code.equals(network.hub())))
                  .toList()));
    }
    if (!plan.leftOut().isEmpty()) {
      list.add(
          new Members(
              "left-out",
              "Left out: %s take no part"
                  .formatted(Wording.count(plan.leftOut().size(), "practice", "practices")),
              plan.leftOut().stream().map(code -> practice(code, false)).toList()));
    }
    return list;
  }

  private PracticeRow practice(PracticeCode code, boolean hub) {
    FormingPractice practice = practices.get(code);
    Explanation.OfPractice why = ofPractice.get(code);
    Explanation.Move move = why == null ? null : why.bestMove();
    return new PracticeRow(
        clean(code.value()),
        practice == null ? "" : clean(practice.name()),
        hub,
        practice == null ? "" : Wording.whole(practice.registeredList()),
        why == null ? "" : Wording.km(why.kmToHub()),
        why == null ? "" : Wording.cost(why.share()),
        practice == null || practice.today() == null ? "none" : clean(practice.today().value()),
        moved.contains(code),
        move == null ? "none" : move.to() == null ? "on its own" : clean(move.to()),
        move == null ? "" : Wording.extra(move.extraCost()));
  }

  record AlternativeRow(
      int number,
      String status,
      String cost,
      String extra,
      String networks,
      String practices,
      String patients) {}

  List<AlternativeRow> alternatives() {
    List<AlternativeRow> rows = new ArrayList<>();
    for (Answer.Alternative alternative : answer.alternatives()) {
      Plan other = alternative.plan();
      PlanFigures figures = PlanFigures.of(other);
      rows.add(
          new AlternativeRow(
              rows.size() + 1,
              Wording.status(other),
              Wording.cost(other.cost()),
              Wording.extra(alternative.againstPlan().extraCost()),
              "%d, %d in the band".formatted(figures.networks(), figures.inBand()),
              Wording.whole(alternative.againstPlan().practicesMoved()),
              Wording.whole(alternative.againstPlan().patientsMoved())));
    }
    return rows;
  }

  /** What is to be said about stability; null when nobody asked. */
  @Nullable String stability() {
    Stability stability = answer.stability();
    if (stability == null) {
      return null;
    }
    String looked =
        stability.proved()
            ? "Every feasible network was looked at."
            : "Not every feasible network could be looked at, so there may be more.";
    String waived =
        stability.groupsUnderMinimum() == 0
            ? ""
            : " %s would, if a network under the minimum were theirs to form."
                .formatted(
                    Wording.count(
                        stability.groupsUnderMinimum(), "smaller group", "smaller groups"));
    return (stability.stable()
            ? "No group of practices that makes up the minimum would all rather form another network together. "
            : Wording.count(stability.blockingGroups(), "group of practices", "groups of practices")
                + " would all rather form another network together. ")
        + looked
        + waived;
  }

  /** What it costs to have the most stable plan; null when it was not asked for or not found. */
  @Nullable String priceOfStability() {
    return Wording.priceOfStability(answer).orElse(null);
  }

  record GroupRow(String practices, String hub, String patients, String gain, String leastGain) {}

  List<GroupRow> groups() {
    Stability stability = answer.stability();
    boolean confidential = Confidences.shapeGains(plan.rules());
    return stability == null
        ? List.of()
        : stability.groups().stream()
            .map(
                group ->
                    new GroupRow(
                        String.join(", ", group.practices().stream().map(this::name).toList()),
                        clean(group.hub().value()),
                        Wording.whole(group.patients()),
                        gain(group.gain(), confidential),
                        gain(group.leastGain(), confidential)))
            .toList();
  }

  private static String gain(double km, boolean confidential) {
    return confidential || Double.isNaN(km) ? "in confidence" : Wording.km(km);
  }

  List<CurvePage> curves() {
    return answer.curves().stream().map(CurvePage::new).toList();
  }

  List<Wording.Rule> rules() {
    return Wording.rules(answer);
  }

  List<String> proof() {
    return Wording.proof(answer).stream().map(ReportPage::clean).toList();
  }

  private String name(PracticeCode code) {
    FormingPractice practice = practices.get(code);
    return clean(
        practice == null || practice.name().isBlank()
            ? code.value()
            : code + " " + practice.name());
  }
}
