package moot.app.drafts;

import java.util.ArrayList;
import java.util.List;
import moot.app.forming.SizeBar;
import moot.formation.CostParts;
import moot.formation.DraftEffects.Breach;
import moot.formation.DraftEffects.OfPractice;
import org.jspecify.annotations.Nullable;

/**
 * A version of a draft as its page shows it.
 *
 * @param holds whether it is the version that holds, so that it can be changed
 * @param mayEdit whether whoever looks may change it
 * @param own whether it is a draft of their own party
 * @param changes the practices about whose network anything is otherwise than today
 * @param undo what undoing would undo; null when there is nothing
 * @param redo what redoing would redo; null when there is nothing
 */
public record DraftView(
    Draft draft,
    DraftVersion version,
    boolean holds,
    boolean mayEdit,
    boolean own,
    String placeName,
    String band,
    Figures figures,
    List<NetworkLine> networks,
    List<PracticeLine> nowhere,
    List<ChangeLine> changes,
    List<Breach> breaches,
    List<LockLine> locks,
    List<Line> history,
    @Nullable String undo,
    @Nullable String redo,
    @Nullable Rest rest) {

  /**
   * What the best plan with so many moves costs, thousand patient-km.
   *
   * @param lessBy than with one move less; null for the first
   */
  public record GainLine(int most, double cost, @Nullable Double lessBy, boolean proved) {}

  /** What each further move would bring, if that was asked last. */
  public List<GainLine> gains() {
    List<GainLine> lines = new ArrayList<>();
    Double before = null;
    for (Rest.Gain gain : rest == null ? List.<Rest.Gain>of() : rest.gains()) {
      lines.add(
          new GainLine(
              gain.most(),
              gain.cost(),
              before == null ? null : Math.max(0, before - gain.cost()),
              gain.proved()));
      before = gain.cost();
    }
    return lines;
  }

  /** Whether it can be changed here and now. */
  public boolean open() {
    return holds && mayEdit;
  }

  /**
   * The whole in figures.
   *
   * @param needSpread the largest mean need of a network less the smallest; null when not known
   */
  public record Figures(
      CostParts parts,
      CostParts today,
      int networks,
      int inBand,
      int notConnected,
      int practicesMoved,
      int patientsMoved,
      int straddling,
      int smallest,
      int largest,
      @Nullable Double needSpread) {}

  /**
   * One network.
   *
   * @param name by which the draft knows it
   * @param called what people call it
   */
  public record NetworkLine(
      String name,
      String called,
      String hub,
      String hubName,
      int patients,
      String size,
      SizeBar bar,
      boolean connected,
      boolean straddles,
      double farthestKm,
      double travel,
      double cost,
      boolean kept,
      List<PracticeLine> practices) {}

  /**
   * One practice.
   *
   * @param moves whether its network does not continue today's
   * @param leftOut whether a lock leaves it out
   */
  public record PracticeLine(
      String code,
      String name,
      int list,
      @Nullable String network,
      boolean moves,
      boolean leftOut) {}

  /**
   * One practice's own change, in words and figures.
   *
   * @param effect the same without words
   */
  public record ChangeLine(
      String code,
      String name,
      boolean moves,
      String from,
      String to,
      String gained,
      String lost,
      String kmBefore,
      String km,
      String patientsBefore,
      String patients,
      OfPractice effect) {}

  /** A lock, with its number in the draft. */
  public record LockLine(int number, DraftLock lock, String words) {}
}
