package moot.app.drafts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import moot.app.drafts.DraftView.ChangeLine;
import moot.app.drafts.DraftView.Figures;
import moot.app.drafts.DraftView.NetworkLine;
import moot.app.drafts.DraftView.PracticeLine;
import moot.formation.CostParts;
import moot.formation.DraftEffects.OfPractice;
import moot.papers.PlanFigures;
import moot.register.PracticeCode;
import org.jspecify.annotations.Nullable;

/** What programs are given of drafts: the same as their pages show. */
final class DraftAsData {
  private DraftAsData() {}

  /**
   * A draft in the list.
   *
   * @param version the number of the one that holds
   * @param latest the number of the last there is
   */
  record DraftSummary(
      long id,
      String place,
      String name,
      String party,
      boolean shared,
      int version,
      int latest,
      Instant changedAt) {
    static DraftSummary of(Draft draft) {
      return new DraftSummary(
          draft.id(),
          draft.place().value(),
          draft.name(),
          draft.partyName(),
          draft.shared(),
          draft.current(),
          draft.latest(),
          draft.changedAt());
    }
  }

  /**
   * A version of a draft.
   *
   * @param holds whether it is the one that holds
   * @param words what was changed
   * @param band the sizes that networks should have, in words
   * @param networkOf each practice's network by its name in the draft; who is in none is not there
   * @param kept networks that stay as they are
   * @param proof null when people made it
   * @param undo what undoing would take back; null for nothing
   * @param redo what redoing would bring back; null for nothing
   * @param rest what became of completing it; null when the seat cannot change it here and now
   */
  record DraftBody(
      DraftSummary draft,
      int version,
      boolean holds,
      Instant madeAt,
      String person,
      String party,
      String words,
      String band,
      Map<String, String> networkOf,
      List<DraftNetwork> networks,
      List<DraftPractice> nowhere,
      List<String> kept,
      List<LockOfDraft> locks,
      DraftFigures figures,
      List<PracticeChange> changes,
      List<BreachOfDraft> breaches,
      @Nullable ProofOfDraft proof,
      @Nullable String undo,
      @Nullable String redo,
      @Nullable RestOfDraft rest) {
    static DraftBody of(DraftView view) {
      Draft draft = view.draft();
      DraftVersion version = view.version();
      DraftVersion.Proof proof = version.proof();
      Rest rest = view.open() ? view.rest() : null;
      return new DraftBody(
          DraftSummary.of(draft),
          version.number(),
          view.holds(),
          version.madeAt(),
          version.person(),
          version.party(),
          version.words(),
          view.band(),
          version.state().networkOf(),
          view.networks().stream().map(DraftNetwork::of).toList(),
          view.nowhere().stream().map(DraftPractice::of).toList(),
          List.copyOf(version.state().keep()),
          view.locks().stream()
              .map(
                  line ->
                      new LockOfDraft(
                          line.number(), line.lock().kind(), line.lock().practices(), line.words()))
              .toList(),
          DraftFigures.of(view.figures()),
          view.changes().stream().map(PracticeChange::of).toList(),
          view.breaches().stream()
              .map(
                  breach ->
                      new BreachOfDraft(
                          breach.kind().words(),
                          breach.network(),
                          codes(breach.practices()),
                          breach.words()))
              .toList(),
          proof == null
              ? null
              : new ProofOfDraft(
                  proof.proved(), proof.cost(), proof.bound(), proof.gap(), proof.seconds()),
          view.undo(),
          view.redo(),
          rest == null
              ? null
              : new RestOfDraft(
                  rest.state(),
                  rest.progress(),
                  rest.message(),
                  rest.version(),
                  rest.most(),
                  view.gains()));
    }
  }

  /**
   * A network of a draft. Patients, km, and costs in thousand patient-km.
   *
   * @param name by which the draft knows it
   * @param called what people call it
   * @param size against the band, in words
   */
  record DraftNetwork(
      String name,
      String called,
      String hub,
      int patients,
      String size,
      boolean inBand,
      boolean connected,
      boolean straddles,
      double farthestKm,
      double travel,
      double cost,
      boolean kept,
      List<DraftPractice> practices) {
    static DraftNetwork of(NetworkLine line) {
      return new DraftNetwork(
          line.name(),
          line.called(),
          line.hub(),
          line.patients(),
          line.size(),
          line.bar().inBand(),
          line.connected(),
          line.straddles(),
          line.farthestKm(),
          line.travel(),
          line.cost(),
          line.kept(),
          line.practices().stream().map(DraftPractice::of).toList());
    }
  }

  /**
   * A practice of a draft.
   *
   * @param list its registered patients
   * @param moves whether its network does not continue today's
   */
  record DraftPractice(String code, String name, int list, boolean moves, boolean leftOut) {
    static DraftPractice of(PracticeLine line) {
      return new DraftPractice(line.code(), line.name(), line.list(), line.moves(), line.leftOut());
    }
  }

  /**
   * @param number by which it can be taken back
   */
  record LockOfDraft(int number, DraftLock.Kind kind, List<String> practices, String words) {}

  /**
   * The whole in figures. Sizes in patients, costs in thousand patient-km, need in points.
   *
   * @param straddling networks in more than one council or sub-ICB location
   * @param needSpread the largest mean need of a network less the smallest; null when not known
   */
  record DraftFigures(
      int networks,
      int inBand,
      int notConnected,
      int practicesMoved,
      int patientsMoved,
      int straddling,
      int smallest,
      int largest,
      @Nullable Double needSpread,
      CostOfDraft cost,
      CostOfDraft costToday) {
    static DraftFigures of(Figures figures) {
      return new DraftFigures(
          figures.networks(),
          figures.inBand(),
          figures.notConnected(),
          figures.practicesMoved(),
          figures.patientsMoved(),
          figures.straddling(),
          figures.smallest(),
          figures.largest(),
          figures.needSpread(),
          CostOfDraft.of(figures.parts()),
          CostOfDraft.of(figures.today()));
    }
  }

  /** A cost and its parts as the page of a draft has them, in thousand patient-km. */
  record CostOfDraft(
      double total,
      double travel,
      double shortfall,
      double ties,
      double boundary,
      double evenSize,
      double evenNeed,
      double perNetwork,
      double overlap) {
    static CostOfDraft of(CostParts parts) {
      return new CostOfDraft(
          parts.total(),
          parts.travel(),
          parts.shortfall(),
          parts.ties(),
          parts.boundary(),
          parts.evenSize(),
          parts.evenNeed(),
          parts.perNetwork(),
          parts.overlap());
    }
  }

  /**
   * What changes for one practice.
   *
   * @param gained the codes of those that are with it and were not
   * @param lost the codes of those that were with it and are not
   * @param kmBefore straight line to the hub; null for one in no network
   * @param patientsBefore of its network; null for one in none
   */
  record PracticeChange(
      String code,
      String name,
      boolean moves,
      String from,
      String to,
      List<String> gained,
      List<String> lost,
      @Nullable Double kmBefore,
      @Nullable Double km,
      @Nullable Integer patientsBefore,
      @Nullable Integer patients) {
    static PracticeChange of(ChangeLine line) {
      OfPractice effect = line.effect();
      return new PracticeChange(
          line.code(),
          line.name(),
          line.moves(),
          line.from(),
          line.to(),
          codes(effect.gained()),
          codes(effect.lost()),
          effect.kmBefore(),
          effect.km(),
          effect.patientsBefore(),
          effect.patients());
    }
  }

  /** Something that the draft breaks, in words. */
  record BreachOfDraft(
      String kind, @Nullable String network, List<String> practices, String words) {}

  /**
   * How sure it is that nothing better respects what was kept.
   *
   * @param cost thousand patient-km
   * @param bound no such plan costs less, thousand patient-km
   * @param gap the share by which another could be cheaper at most, 0 to 1
   */
  record ProofOfDraft(boolean proved, double cost, double bound, double gap, double seconds) {}

  /**
   * Completing the rest, in the background.
   *
   * @param state WAITING, RUNNING, DONE or FAILED
   * @param version what it became; null while it is none
   * @param most how many practices might move; null for any number
   * @param gains what each further move brings, costs in thousand patient-km; empty unless {@code
   *     most} was asked, and until it is known
   */
  record RestOfDraft(
      String state,
      @Nullable String progress,
      @Nullable String message,
      @Nullable Integer version,
      @Nullable Integer most,
      List<DraftView.GainLine> gains) {}

  /**
   * A draft beside today or another. Costs in thousand patient-km.
   *
   * @param with what it is beside, in words
   */
  record Comparing(
      DraftSummary draft,
      String with,
      int practicesMoved,
      int patientsMoved,
      PlanFigures figures,
      PlanFigures figuresWith,
      CostOfDraft cost,
      CostOfDraft costWith,
      List<PracticeChange> changes) {}

  private static List<String> codes(List<PracticeCode> practices) {
    return practices.stream().map(PracticeCode::value).toList();
  }
}
