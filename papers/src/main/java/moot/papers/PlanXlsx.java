package moot.papers;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import moot.formation.CostWeights;
import moot.formation.Explanation;
import moot.formation.Explanation.Comparison;
import moot.formation.FormingPractice;
import moot.formation.Plan;
import moot.formation.PlanException;
import moot.formation.PlanNetwork;
import moot.papers.Sheet.Column;
import moot.papers.Sheet.Cost;
import moot.papers.Sheet.Km;
import moot.papers.Sheet.Share;
import moot.register.PracticeCode;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/**
 * {@code plan.xlsx}: an answer as a spreadsheet, one sheet for each question. Numbers are numbers,
 * with every digit; text that a spreadsheet could take for a formula is disarmed.
 */
public final class PlanXlsx {
  private final Answer answer;
  private final Plan plan;
  private final Map<PracticeCode, FormingPractice> practices = new HashMap<>();
  private final Map<PracticeCode, PlanNetwork> networkOf = new HashMap<>();

  private PlanXlsx(Answer answer) {
    this.answer = answer;
    this.plan = answer.plan();
    plan.place().practices().forEach(practice -> practices.put(practice.code(), practice));
    for (PlanNetwork network : plan.networks()) {
      network.practices().forEach(practice -> networkOf.put(practice, network));
    }
  }

  /** Writes the workbook and leaves the stream open. */
  public static void write(Answer answer, OutputStream out) throws IOException {
    new PlanXlsx(answer).write(out);
  }

  private void write(OutputStream out) throws IOException {
    // The workbook takes version numbers of the form XX.YYYY only.
    Workbook workbook = new Workbook(out, "Moot", "1.0");
    plan(new Sheet(workbook, "Plan"));
    networks(new Sheet(workbook, "Networks"));
    practices(new Sheet(workbook, "Practices"));
    againstToday(new Sheet(workbook, "Against today"));
    parameters(new Sheet(workbook, "Parameters"));
    workbook.finish();
  }

  private void plan(Sheet sheet) throws IOException {
    PlanFigures figures = PlanFigures.of(plan);
    sheet.columns(Column.of("What", 34), Column.of("Value", 22), Column.of("", 80));
    String which =
        answer.mostStable()
            ? " under these rules that leaves as little to gain by leaving"
            : " under these rules";
    sheet.row("Place", plan.place().name(), plan.place().code().value());
    sheet.row("Status", plan.status().name(), Wording.status(answer));
    sheet.row("Cost", new Cost(plan.cost()), "thousand patient-km");
    sheet.row("Bound", new Cost(plan.bound()), "no plan%s costs less".formatted(which));
    sheet.row("Gap", new Share(plan.gap()), "by which another plan could be cheaper at most");
    for (Wording.Part part : Wording.parts(plan.parts(), plan.rules().weights())) {
      sheet.row("Cost: " + part.name(), new Cost(part.cost()), "thousand patient-km");
    }
    sheet.row("Networks", figures.networks(), null);
    sheet.row("Networks in the band", figures.inBand(), null);
    sheet.row("Networks under the minimum", figures.under(), null);
    sheet.row("Networks over the maximum", figures.over(), null);
    sheet.row("Networks not connected", figures.notConnected(), null);
    sheet.row("Practices", figures.practices(), null);
    sheet.row("Patients", figures.patients(), null);
    sheet.row("Practices left out", plan.leftOut().size(), codes(plan.leftOut()));
    sheet.row(
        "Feasible networks",
        plan.feasibleNetworks() < 0 ? "not counted" : plan.feasibleNetworks(),
        plan.enumerated() ? "all of them were looked at" : null);
    sheet.row("Seconds", new Km(plan.seconds()), null);
    sheet.row("Seed", plan.seed(), null);
    for (PlanException exception : plan.exceptions()) {
      sheet.row(
          "Exception: " + Wording.kind(exception.kind()),
          exception.network() + " (" + codes(exception.practices()) + ")",
          exception.reason());
    }
    for (String note : plan.notes()) {
      sheet.row("Note", null, note);
    }
    sheet.finish();
  }

  private void networks(Sheet sheet) throws IOException {
    CostWeights weights = plan.rules().weights();
    List<Column> columns = new ArrayList<>();
    columns.add(Column.of("Network", 10));
    columns.add(Column.of("Hub", 10));
    columns.add(Column.of("Hub's name", 36));
    columns.add(Column.of("Practices", 11));
    columns.add(Column.of("Patients", 11));
    columns.add(Column.of("Size", 20));
    columns.add(Column.of("Connected", 11));
    columns.add(Column.of("Cost", 13));
    for (Wording.Part part : Wording.parts(plan.parts(), weights)) {
      columns.add(Column.of(part.name(), 13));
    }
    columns.add(Column.of("Farthest from hub (km)", 14));
    columns.add(Column.of("Spread (km)", 12));
    columns.add(Column.of("Councils", 24));
    columns.add(Column.of("Continues", 12));
    columns.add(Column.of("Members", 60));
    sheet.columns(columns.toArray(Column[]::new));
    Map<String, Explanation.OfNetwork> explained = new HashMap<>();
    if (answer.explanation() != null) {
      answer.explanation().networks().forEach(n -> explained.put(n.network(), n));
    }
    Map<String, String> continues = continued();
    for (PlanNetwork network : plan.networks()) {
      Explanation.OfNetwork why = explained.get(network.id());
      List<@Nullable Object> cells = new ArrayList<>();
      cells.add(network.id());
      cells.add(network.hub().value());
      cells.add(name(network.hub()));
      cells.add(network.practices().size());
      cells.add(network.patients());
      cells.add(Wording.size(plan.rules().band(), network.patients()));
      cells.add(network.connected() ? "yes" : "no");
      cells.add(new Cost(network.cost()));
      List<Wording.Part> ofNetwork = Wording.parts(network.parts(), weights);
      for (Wording.Part part : Wording.parts(plan.parts(), weights)) {
        double cost =
            ofNetwork.stream()
                .filter(p -> p.name().equals(part.name()))
                .mapToDouble(Wording.Part::cost)
                .sum();
        cells.add(new Cost(cost));
      }
      cells.add(why == null ? null : new Km(why.farthestKm()));
      cells.add(why == null ? null : new Km(why.spreadKm()));
      cells.add(
          why == null
              ? null
              : String.join(" ", why.councils().stream().map(Object::toString).toList()));
      cells.add(continues.get(network.id()));
      cells.add(codes(network.practices()));
      sheet.row(cells.toArray());
    }
    sheet.finish();
  }

  private void practices(Sheet sheet) throws IOException {
    sheet.columns(
        Column.of("Practice", 10),
        Column.of("Name", 40),
        Column.of("Network", 10),
        Column.of("Hub", 10),
        Column.of("Registered list", 14),
        Column.of("Easting", 11),
        Column.of("Northing", 11),
        Column.of("To hub (km)", 12),
        Column.of("Travel", 12),
        Column.of("Share of cost", 13),
        Column.of("Today's network", 15),
        Column.of("Changes network", 15),
        Column.of("Best single move to", 18),
        Column.of("That would cost", 15),
        Column.of("Council", 12),
        Column.of("Sub-ICB location", 15),
        Column.of("Need", 10));
    Map<PracticeCode, Explanation.OfPractice> explained = new HashMap<>();
    if (answer.explanation() != null) {
      answer.explanation().practices().forEach(p -> explained.put(p.practice(), p));
    }
    Comparison today = answer.againstToday();
    Set<PracticeCode> moved = today == null ? Set.of() : new HashSet<>(today.moved());
    for (FormingPractice practice : plan.place().practices()) {
      PlanNetwork network = networkOf.get(practice.code());
      Explanation.OfPractice why = explained.get(practice.code());
      Explanation.Move move = why == null ? null : why.bestMove();
      sheet.row(
          practice.code().value(),
          practice.name(),
          network == null ? "left out" : network.id(),
          network == null ? null : network.hub().value(),
          practice.registeredList(),
          practice.site().easting(),
          practice.site().northing(),
          why == null ? null : new Km(why.kmToHub()),
          why == null ? null : new Cost(why.travel()),
          why == null ? null : new Cost(why.share()),
          practice.today() == null ? null : practice.today().value(),
          today == null ? null : moved.contains(practice.code()) ? "yes" : "no",
          move == null ? null : move.to() == null ? "a network of its own" : move.to(),
          move == null ? null : new Cost(move.extraCost()),
          practice.council() == null ? null : practice.council().value(),
          practice.subLocation(),
          practice.need());
    }
    sheet.finish();
  }

  private void againstToday(Sheet sheet) throws IOException {
    Comparison comparison = answer.againstToday();
    if (comparison == null) {
      sheet.columns(Column.of("Against today", 60));
      sheet.row("Nobody asked how this plan stands against today's networks.");
      sheet.finish();
      return;
    }
    Plan today = comparison.reference();
    PlanFigures then = PlanFigures.of(plan);
    PlanFigures now = PlanFigures.of(today);
    sheet.columns(
        Column.of("What", 34),
        Column.of("Today", 16),
        Column.of("This plan", 16),
        Column.of("Difference", 16));
    sheet.row(
        "Cost (thousand patient-km)",
        new Cost(today.cost()),
        new Cost(plan.cost()),
        new Cost(plan.cost() - today.cost()));
    counted(sheet, "Networks", now.networks(), then.networks());
    counted(sheet, "Networks in the band", now.inBand(), then.inBand());
    counted(sheet, "Networks under the minimum", now.under(), then.under());
    counted(sheet, "Networks over the maximum", now.over(), then.over());
    counted(sheet, "Networks not connected", now.notConnected(), then.notConnected());
    sheet.row("Practices that would move", null, comparison.practicesMoved(), null);
    sheet.row("Patients who would move", null, comparison.patientsMoved(), null);
    sheet.row();
    sheet.heading("Today's network", "Network of the plan", "Patients who stay");
    for (Explanation.Match match : comparison.matches()) {
      sheet.row(
          match.reference() == null ? "none" : match.reference(),
          match.network() == null ? "none" : match.network(),
          match.patientsKept());
    }
    sheet.row();
    sheet.heading("Practice that would move", "From", "To", "Patients");
    for (PracticeCode code : comparison.moved()) {
      FormingPractice practice = practices.get(code);
      PlanNetwork network = networkOf.get(code);
      sheet.row(
          code + " " + name(code),
          practice == null || practice.today() == null ? null : practice.today().value(),
          network == null ? null : network.id(),
          practice == null ? null : practice.registeredList());
    }
    sheet.finish();
  }

  private static void counted(Sheet sheet, String what, int now, int then) {
    sheet.row(what, now, then, then - now);
  }

  private void parameters(Sheet sheet) throws IOException {
    sheet.columns(Column.of("Rule", 42), Column.of("Value", 80));
    for (Wording.Rule rule : Wording.rules(answer)) {
      sheet.row(rule.name(), rule.value());
    }
    sheet.finish();
  }

  private Map<String, String> continued() {
    Map<String, String> continues = new HashMap<>();
    Comparison comparison = answer.againstToday();
    if (comparison != null) {
      for (Explanation.Match match : comparison.matches()) {
        if (match.network() != null && match.reference() != null) {
          continues.put(match.network(), match.reference());
        }
      }
    }
    return continues;
  }

  private String name(PracticeCode code) {
    FormingPractice practice = practices.get(code);
    return practice == null ? "" : practice.name();
  }

  private static String codes(List<PracticeCode> codes) {
    return String.join(" ", codes.stream().map(PracticeCode::value).toList());
  }
}
