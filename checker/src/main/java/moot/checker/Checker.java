package moot.checker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes every plan in a folder from its input alone and says what is not as stated. Shares no
 * code with what made the plans: the definitions are written down here a second time, as plainly as
 * they can be.
 */
public final class Checker {
  private Checker() {}

  /**
   * Checks a folder that {@code moot plan} wrote: one with a {@code plan.json}, or one with a
   * folder for each place.
   *
   * @throws BadInput when there is no plan or a file cannot be read
   */
  public static Report check(Path dir) throws IOException {
    return check(dir, null);
  }

  /**
   * The same, with what practices think of each other, which is confidential and so never lies
   * beside a plan.
   *
   * @param preferences columns {@code of,about,dislike}, as given to {@code moot plan}; null when
   *     not to be had: then that part of the cost is taken as stated, and a remark says so
   */
  public static Report check(Path dir, @Nullable Path preferences) throws IOException {
    List<Path> folders = new ArrayList<>();
    if (Files.exists(dir.resolve("plan.json"))) {
      folders.add(dir);
    }
    if (Files.isDirectory(dir)) {
      try (Stream<Path> inside = Files.list(dir)) {
        inside.filter(f -> Files.exists(f.resolve("plan.json"))).sorted().forEach(folders::add);
      }
    }
    if (folders.isEmpty()) {
      throw new BadInput(
          "%s: no plan.json here or in a folder below: expected a folder that `moot plan --out` wrote. Maybe it is another folder?"
              .formatted(dir));
    }
    List<Verdict> verdicts = new ArrayList<>();
    for (Path folder : folders) {
      verdicts.add(checkFolder(folder, preferences));
    }
    Path summary = dir.resolve("summary.csv");
    return new Report(
        verdicts, Files.exists(summary) ? SummaryAudit.audit(summary, verdicts) : List.of());
  }

  private static Verdict checkFolder(Path folder, @Nullable Path preferences) throws IOException {
    Findings findings = new Findings();
    Json json = Json.read(folder.resolve("plan.json"));
    Place place = InputReading.place(folder, preferences);
    Rules rules = PlanReading.rules(json.get("parameters"));
    if (rules.patientsByAreaGiven()
        && rules.weight(Part.OVERLAP) > 0
        && place.patientsByArea().isEmpty()) {
      throw new BadInput(
          "%s: no patients in it, but the plan counts overlap. Maybe only some of the files were copied?"
              .formatted(folder.resolve("patients-by-area.csv")));
    }
    WrittenPlan plan = PlanReading.plan("plan.json", json);
    inputIsAsStated(json, place, findings);
    Graph graph = neighbours(json, place, rules, findings);
    new PlanAudit(place, rules, graph, findings).audit(plan);
    SmallPlaceProof.check(place, rules, graph, plan, findings);
    int plans = 1 + new BesideAudit(place, rules, graph, plan, findings).audit(json);
    TablesAudit tables = new TablesAudit(plan, place, findings);
    tables.csv(folder.resolve("plan.csv"));
    tables.geoJson(folder.resolve("plan.geojson"));
    return new Verdict(
        folder,
        json.get("place").text(),
        plan.status(),
        place.practices().size(),
        plan.networks().size(),
        plan.cost(),
        plan.bound(),
        plan.gap(),
        plans,
        findings.discrepancies(),
        findings.remarks());
  }

  /** The practices as plan.json lists them are those of input.csv. */
  private static void inputIsAsStated(Json json, Place place, Findings findings) {
    Json practices = json.find("practices");
    if (practices == null) {
      return;
    }
    TreeMap<String, Practice> unseen = new TreeMap<>(place.practices());
    for (Json p : practices.list()) {
      String code = p.get("code").text();
      Practice here = unseen.remove(code);
      if (here == null) {
        findings.wrong("plan.json", "practice %s is listed twice or not in input.csv", code);
      } else if (here.list() != p.get("listSize").whole()
          || here.easting() != p.get("easting").number()
          || here.northing() != p.get("northing").number()) {
        findings.wrong("plan.json", "site or list of practice %s is not as in input.csv", code);
      }
    }
    unseen.keySet().forEach(code -> findings.wrong("plan.json", "practice %s is not listed", code));
  }

  private static Graph neighbours(Json json, Place place, Rules rules, Findings findings) {
    List<List<String>> stated = PlanReading.neighbours(json.get("neighbours"));
    Graph graph = Graph.ofPairs(stated);
    SortedSet<String> pairs = graph.pairs();
    if (pairs.size() != stated.size()) {
      findings.wrong("plan.json", "neighbours lists a pair twice, or a practice with itself");
    }
    for (String code : graph.of().keySet()) {
      if (!place.practices().containsKey(code) || rules.leftOut().contains(code)) {
        findings.wrong("plan.json", "neighbours names %s, which takes no part", code);
      }
    }
    if (rules.neighboursGiven()) {
      return graph;
    }
    Graph right =
        Graph.gabriel(
            place.practices().values().stream()
                .filter(p -> !rules.leftOut().contains(p.code()))
                .toList());
    TreeSet<String> missing = new TreeSet<>(right.pairs());
    missing.removeAll(pairs);
    TreeSet<String> surplus = new TreeSet<>(pairs);
    surplus.removeAll(right.pairs());
    missing.forEach(
        pair -> findings.wrong("plan.json", "%s are neighbours, but are not listed", pair));
    surplus.forEach(
        pair ->
            findings.wrong(
                "plan.json", "%s are listed as neighbours, but somebody stands between", pair));
    return right;
  }
}
