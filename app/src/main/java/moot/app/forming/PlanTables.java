package moot.app.forming;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import moot.formation.Explanation;
import moot.formation.FormingPractice;
import moot.formation.Plan;
import moot.formation.PlanNetwork;
import moot.papers.PlanFigures;
import moot.papers.Wording;
import moot.register.CouncilCode;
import moot.register.NetworkCode;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/** A plan and its explanation as rows of tables. */
public final class PlanTables {
  private final Plan plan;
  private final Explanation explanation;
  private final Map<NetworkCode, String> names;
  private final Map<PracticeCode, FormingPractice> practices = new HashMap<>();

  /**
   * @param names what today's networks are called
   */
  PlanTables(Plan plan, Explanation explanation, Map<NetworkCode, String> names) {
    this.plan = plan;
    this.explanation = explanation;
    this.names = names;
    plan.place().practices().forEach(practice -> practices.put(practice.code(), practice));
  }

  /** The networks, all of them in one order. */
  public List<NetworkRow> networks(NetworkRow.Order order) {
    Map<String, Explanation.OfNetwork> explained =
        explanation.networks().stream()
            .collect(Collectors.toMap(Explanation.OfNetwork::network, network -> network));
    Map<String, String> continued = continued();
    int largest = plan.networks().stream().mapToInt(PlanNetwork::patients).max().orElse(0);
    int longest = SizeBar.longest(plan.rules().band(), largest);
    List<NetworkRow> rows = new ArrayList<>();
    for (PlanNetwork network : plan.networks()) {
      Explanation.OfNetwork more = explained.get(network.id());
      rows.add(
          new NetworkRow(
              network.id(),
              name(network.id(), continued.get(network.id())),
              named(network.hub()),
              network.practices().stream().map(this::named).toList(),
              network.patients(),
              Wording.size(plan.rules().band(), network.patients()),
              SizeBar.of(plan.rules().band(), network.patients(), longest),
              network.connected(),
              network.parts().travel(),
              network.cost(),
              more == null ? 0 : more.farthestKm(),
              more == null
                  ? ""
                  : more.councils().stream()
                      .map(CouncilCode::value)
                      .collect(Collectors.joining(", "))));
    }
    rows.sort(order.rows());
    return rows;
  }

  /** The practices, by network and name. */
  public List<PracticeRow> practices() {
    Map<PracticeCode, Explanation.OfPractice> explained =
        explanation.practices().stream()
            .collect(Collectors.toMap(Explanation.OfPractice::practice, practice -> practice));
    Set<PracticeCode> hubs =
        plan.networks().stream().map(PlanNetwork::hub).collect(Collectors.toSet());
    Explanation.Comparison today = explanation.againstToday();
    Set<PracticeCode> moved = today == null ? Set.of() : new HashSet<>(today.moved());
    List<PracticeRow> rows = new ArrayList<>();
    for (FormingPractice practice : plan.place().practices()) {
      Explanation.OfPractice more = explained.get(practice.code());
      Explanation.Move move = more == null ? null : more.bestMove();
      rows.add(
          new PracticeRow(
              practice.code().value(),
              practice.name(),
              practice.registeredList(),
              more == null ? "none" : more.network(),
              hubs.contains(practice.code()),
              today(practice),
              moved.contains(practice.code()),
              more == null ? "" : Wording.km(more.kmToHub()),
              more == null ? "" : Wording.cost(more.share()),
              move == null ? "" : move.to() == null ? "alone" : "to " + move.to(),
              move == null ? "" : Wording.extra(move.extraCost())));
    }
    rows.sort(Comparator.comparing(PracticeRow::network).thenComparing(PracticeRow::name));
    return rows;
  }

  public PlanFigures figures() {
    return PlanFigures.of(plan);
  }

  /** Practices by name and code, in one line. */
  public String named(List<PracticeCode> codes) {
    return codes.stream().map(this::named).collect(Collectors.joining(", "));
  }

  /** Which of today's networks each network continues. */
  private Map<String, String> continued() {
    Map<String, String> continued = new HashMap<>();
    Explanation.Comparison today = explanation.againstToday();
    if (today != null) {
      for (Explanation.Match match : today.matches()) {
        if (match.network() != null && match.reference() != null) {
          continued.put(match.network(), match.reference());
        }
      }
    }
    return continued;
  }

  private String name(String id, @Nullable String continues) {
    String own = names.get(new NetworkCode(id));
    if (own != null) {
      return own;
    }
    if (continues == null) {
      return "";
    }
    return "continues " + names.getOrDefault(new NetworkCode(continues), continues);
  }

  private String today(FormingPractice practice) {
    NetworkCode network = practice.today();
    return network == null ? "none" : names.getOrDefault(network, network.value());
  }

  private String named(PracticeCode code) {
    FormingPractice practice = practices.get(code);
    return practice == null || practice.name().isBlank()
        ? code.value()
        : practice.name() + " (" + code + ")";
  }
}
