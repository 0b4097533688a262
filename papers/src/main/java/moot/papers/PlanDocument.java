package moot.papers;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code plan.json} as it lies in the file: names and order of the members are a contract with
 * whoever reads it. {@link PlanDocumentWriting} and {@link PlanDocumentReading} go between it and
 * the words of the house.
 *
 * <p>Costs and the bound are in thousand patient-km, distances in km, eastings and northings in
 * metres of the British National Grid, {@code gap} a share from 0 to 1. What practices think of
 * each other is confidential and has no place in it.
 */
@JsonPropertyOrder({
  "place",
  "name",
  "status",
  "cost",
  "bound",
  "gap",
  "feasibleNetworks",
  "enumerated",
  "seconds",
  "seed",
  "parts",
  "networks",
  "leftOut",
  "exceptions",
  "notes",
  "parameters",
  "today",
  "explanation",
  "alternatives",
  "cheapest",
  "stability",
  "curves",
  "practices",
  "neighbours"
})
record PlanDocument(
    String place,
    String name,
    String status,
    double cost,
    double bound,
    double gap,
    @Nullable Long feasibleNetworks,
    boolean enumerated,
    double seconds,
    long seed,
    Parts parts,
    List<Network> networks,
    List<String> leftOut,
    List<Exceptional> exceptions,
    List<String> notes,
    Parameters parameters,
    @Nullable Today today,
    @Nullable Explained explanation,
    @Nullable List<Alternative> alternatives,
    @Nullable Alternative cheapest,
    @Nullable Stable stability,
    @Nullable List<Trade> curves,
    List<Practice> practices,
    List<List<String>> neighbours) {

  record Network(
      String id,
      String hub,
      List<String> practices,
      int patients,
      boolean connected,
      double cost,
      Parts parts) {}

  record Parts(
      double travel,
      double shortfall,
      double ties,
      double boundary,
      double evenSize,
      double evenNeed,
      double perNetwork,
      double overlap,
      double preferences) {}

  record Exceptional(
      String kind, String network, List<String> practices, int patients, String reason) {}

  /** Any other plan of the same place: today's, an alternative, a point of a curve. */
  record Partition(
      String status,
      double cost,
      double bound,
      double gap,
      @Nullable Long feasibleNetworks,
      boolean enumerated,
      double seconds,
      long seed,
      List<Network> networks,
      List<String> leftOut,
      List<Exceptional> exceptions,
      List<String> notes) {}

  record Parameters(
      int min,
      int max,
      boolean minIsHard,
      Parts weights,
      Range networks,
      List<Locked> locks,
      boolean neighboursGiven,
      boolean patientsByAreaGiven,
      double timeLimitSeconds,
      double acceptGap,
      long maxHeldNetworks,
      @Nullable Boolean mostStable) {}

  /** A null {@code to} is no upper end. */
  record Range(int from, @Nullable Integer to) {}

  record Locked(String lock, List<String> codes) {}

  /** Today's networks priced by the same rules; {@code patientsMoved} would change network. */
  record Today(
      double cost,
      int networkCount,
      int networksInBand,
      int networksNotConnected,
      double extraCost,
      int practicesMoved,
      int patientsMoved,
      List<String> moved,
      List<Matched> matches,
      Partition plan) {}

  record Matched(@Nullable String network, @Nullable String reference, int patientsKept) {}

  record Explained(List<OfPractice> practices, List<OfNetwork> networks) {}

  record OfPractice(
      String practice,
      String network,
      double kmToHub,
      double travel,
      double share,
      @Nullable Move bestMove) {}

  /** A null {@code to} is a network of its own. */
  record Move(@Nullable String to, double extraCost) {}

  record OfNetwork(
      String network,
      String hub,
      int patients,
      boolean inBand,
      double spreadKm,
      double farthestKm,
      List<String> councils) {}

  record Alternative(
      double extraCost,
      int practicesMoved,
      int patientsMoved,
      List<String> moved,
      List<Matched> matches,
      Partition plan) {}

  record Stable(
      boolean stable,
      boolean proved,
      long blockingGroups,
      long groupsUnderMinimum,
      List<Group> groups) {}

  /** The gains are left away where they would tell what one practice thinks of another. */
  record Group(
      String hub,
      List<String> practices,
      int patients,
      @Nullable Double gain,
      @Nullable Double leastGain,
      @Nullable Map<String, Double> gainByPractice) {}

  record Trade(String parameter, List<Point> points) {}

  record Point(double value, int patientsMoved, Partition plan) {}

  record Practice(
      String code,
      String name,
      double easting,
      double northing,
      int listSize,
      @Nullable String network,
      @Nullable String council,
      @Nullable String subLocation,
      @Nullable Double need) {}
}
