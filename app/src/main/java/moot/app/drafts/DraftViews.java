package moot.app.drafts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import moot.app.access.Seat;
import moot.app.drafts.DraftView.ChangeLine;
import moot.app.drafts.DraftView.Figures;
import moot.app.drafts.DraftView.LockLine;
import moot.app.drafts.DraftView.NetworkLine;
import moot.app.drafts.DraftView.PracticeLine;
import moot.app.drafts.Rooms.Room;
import moot.app.forming.SizeBar;
import moot.formation.CostParts;
import moot.formation.DraftEffects;
import moot.formation.DraftEffects.OfNetwork;
import moot.formation.DraftEffects.OfPractice;
import moot.formation.Explanation.Comparison;
import moot.formation.FormingPractice;
import moot.formation.NetworkNames;
import moot.formation.Plan;
import moot.formation.PlanNetwork;
import moot.papers.PlanFigures;
import moot.papers.Wording;
import moot.register.NetworkCode;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws up what the page of a draft shows. */
@Component
class DraftViews {
  private static final int HISTORY = 40;
  private static final int MOST_NAMES = 6;

  private final DraftStore drafts;
  private final RestStore rests;
  private final Rooms rooms;

  DraftViews(DraftStore drafts, RestStore rests, Rooms rooms) {
    this.drafts = drafts;
    this.rests = rests;
    this.rooms = rooms;
  }

  DraftEffects effects(Draft draft, DraftVersion version) {
    Room room = rooms.at(draft.place(), draft.rules());
    return effects(room, version.state());
  }

  private static DraftEffects effects(Room room, DraftState state) {
    return room.drafting()
        .effects(state.networkOf(room.known()), state.locks(room.known()), room::called);
  }

  DraftView of(Seat seat, Draft draft, DraftVersion version) {
    Room room = rooms.at(draft.place(), draft.rules());
    DraftState state = version.state();
    DraftEffects effects = effects(room, state);
    Plan plan = effects.plan();
    Set<String> out =
        state.locks().stream()
            .filter(lock -> lock.kind() == DraftLock.Kind.LEAVE_OUT)
            .flatMap(lock -> lock.practices().stream())
            .collect(Collectors.toSet());
    Map<String, List<PracticeLine>> byNetwork = new HashMap<>();
    List<PracticeLine> nowhere = new ArrayList<>();
    for (OfPractice of : effects.practices()) {
      PracticeLine line = line(room, of, out);
      String network = of.network();
      if (network == null) {
        nowhere.add(line);
      } else {
        byNetwork.computeIfAbsent(network, n -> new ArrayList<>()).add(line);
      }
    }
    Comparator<PracticeLine> byName = Comparator.comparing(PracticeLine::name);
    byNetwork.values().forEach(lines -> lines.sort(byName));
    nowhere.sort(byName);
    boolean holds = version.number() == draft.current();
    return new DraftView(
        draft,
        version,
        holds,
        seat.role().edits(),
        draft.isOf(seat),
        room.place().name(),
        "%s to %s patients"
            .formatted(
                Wording.whole(plan.rules().band().min()), Wording.whole(plan.rules().band().max())),
        figures(room, effects),
        networks(room, effects, state, byNetwork),
        nowhere,
        effects.practices().stream()
            .filter(OfPractice::touched)
            .map(of -> change(room, of))
            .sorted(
                Comparator.comparing((ChangeLine line) -> !line.moves())
                    .thenComparing(ChangeLine::name))
            .toList(),
        effects.breaches(),
        locks(room, state),
        drafts.history(draft.id(), 0, HISTORY),
        holds ? undo(draft, version) : null,
        holds
            ? drafts.findAfter(draft.id(), version.stateOf()).map(DraftVersion::words).orElse(null)
            : null,
        rests.findLast(draft.id()).orElse(null));
  }

  private @Nullable String undo(Draft draft, DraftVersion version) {
    Optional<DraftVersion> made = drafts.findVersion(draft.id(), version.stateOf());
    return made.filter(of -> of.madeFrom() != null).map(DraftVersion::words).orElse(null);
  }

  private static List<NetworkLine> networks(
      Room room,
      DraftEffects effects,
      DraftState state,
      Map<String, List<PracticeLine>> byNetwork) {
    Plan plan = effects.plan();
    int largest = plan.networks().stream().mapToInt(PlanNetwork::patients).max().orElse(0);
    int longest = SizeBar.longest(plan.rules().band(), largest);
    List<NetworkLine> lines = new ArrayList<>();
    for (int k = 0; k < plan.networks().size(); k++) {
      PlanNetwork network = plan.networks().get(k);
      OfNetwork more = effects.networks().get(k);
      lines.add(
          new NetworkLine(
              network.id(),
              room.called(network.id()),
              network.hub().value(),
              room.named(network.hub().value()),
              network.patients(),
              Wording.size(plan.rules().band(), network.patients()),
              SizeBar.of(plan.rules().band(), network.patients(), longest),
              network.connected(),
              more.straddles(),
              more.farthestKm(),
              network.parts().travel(),
              network.cost(),
              state.keep().contains(network.id()),
              byNetwork.getOrDefault(network.id(), List.of())));
    }
    lines.sort(Comparator.comparing(NetworkLine::called).thenComparing(NetworkLine::name));
    return lines;
  }

  private Figures figures(Room room, DraftEffects effects) {
    Plan plan = effects.plan();
    PlanFigures figures = PlanFigures.of(plan);
    Comparison today = effects.againstToday();
    CostParts before = today == null ? CostParts.NONE : today.reference().parts();
    DoubleSummaryStatistics needs =
        effects.networks().stream()
            .filter(network -> network.need() != null)
            .mapToDouble(network -> network.need() == null ? 0 : network.need())
            .summaryStatistics();
    return new Figures(
        plan.parts(),
        before,
        figures.networks(),
        figures.inBand(),
        figures.notConnected(),
        today == null ? 0 : today.practicesMoved(),
        today == null ? 0 : today.patientsMoved(),
        (int) effects.networks().stream().filter(OfNetwork::straddles).count(),
        plan.networks().stream().mapToInt(PlanNetwork::patients).min().orElse(0),
        plan.networks().stream().mapToInt(PlanNetwork::patients).max().orElse(0),
        needs.getCount() < 2 ? null : needs.getMax() - needs.getMin());
  }

  private static PracticeLine line(Room room, OfPractice of, Set<String> out) {
    FormingPractice practice = room.practices().get(of.practice());
    String code = of.practice().value();
    return new PracticeLine(
        code,
        room.named(code),
        practice == null ? 0 : practice.registeredList(),
        of.network(),
        of.moves(),
        out.contains(code));
  }

  private static ChangeLine change(Room room, OfPractice of) {
    FormingPractice practice = room.practices().get(of.practice());
    NetworkCode today = practice == null ? null : practice.today();
    return change(room, of, today == null ? null : today.value());
  }

  private static ChangeLine change(Room room, OfPractice of, @Nullable String from) {
    String network = of.network();
    return new ChangeLine(
        of.practice().value(),
        room.named(of.practice().value()),
        of.moves(),
        from == null ? "none" : room.called(from),
        network == null ? "none" : room.called(network),
        names(room, of.gained()),
        names(room, of.lost()),
        km(of.kmBefore()),
        km(of.km()),
        whole(of.patientsBefore()),
        whole(of.patients()),
        of);
  }

  private static String km(@Nullable Double km) {
    return km == null ? "–" : Wording.km(km);
  }

  private static String whole(@Nullable Integer number) {
    return number == null ? "–" : Wording.whole(number);
  }

  private static String names(Room room, List<PracticeCode> practices) {
    if (practices.isEmpty()) {
      return "nobody";
    }
    List<String> names = practices.stream().map(p -> room.named(p.value())).sorted().toList();
    return names.size() <= MOST_NAMES
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, MOST_NAMES - 1))
            + " and %d more".formatted(names.size() - MOST_NAMES + 1);
  }

  private static List<LockLine> locks(Room room, DraftState state) {
    List<LockLine> lines = new ArrayList<>();
    for (int k = 0; k < state.locks().size(); k++) {
      DraftLock lock = state.locks().get(k);
      lines.add(
          new LockLine(
              k,
              lock,
              lock.kind().words()
                  + ": "
                  + lock.practices().stream().map(room::named).collect(Collectors.joining(", "))));
    }
    return lines;
  }

  // Two beside each other.

  /**
   * @param reference null for today
   */
  Beside beside(Draft draft, DraftState state, @Nullable DraftState reference) {
    Room room = rooms.at(draft.place(), draft.rules());
    Map<PracticeCode, String> other =
        reference == null ? NetworkNames.today(room.place()) : reference.networkOf(room.known());
    DraftEffects.Beside beside = room.drafting().beside(state.networkOf(room.known()), other);
    Set<PracticeCode> known = new HashSet<>(room.known());
    return new Beside(
        beside.practices().stream()
            .filter(of -> known.contains(of.practice()) && of.touched())
            .map(of -> change(room, of, other.get(of.practice())))
            .sorted(
                Comparator.comparing((ChangeLine line) -> !line.moves())
                    .thenComparing(ChangeLine::name))
            .toList(),
        beside.comparison(),
        PlanFigures.of(beside.reference()),
        PlanFigures.of(beside.plan()),
        beside.reference().parts(),
        beside.plan().parts());
  }
}
