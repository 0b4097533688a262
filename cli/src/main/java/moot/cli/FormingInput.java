package moot.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import moot.formation.CostWeights;
import moot.formation.FormingPlace;
import moot.formation.FormingPractice;
import moot.formation.Lock;
import moot.formation.NeighbourPair;
import moot.formation.Preference;
import moot.register.LsoaCode;
import moot.register.NetworkCode;
import moot.register.PlaceCode;
import moot.register.PracticeCode;
import moot.register.published.PlainPractices;
import moot.register.reading.Row;
import org.jspecify.annotations.Nullable;

/** Everything that {@code plan} reads, checked against each other, place by place. */
final class FormingInput {
  private static final int LONGEST_CODE = 40;

  private final PrintWriter err;
  private final PracticesToPlan table;
  private final Map<PracticeCode, PlaceCode> placeOf = new HashMap<>();
  private final Map<NetworkCode, Set<PlaceCode>> placesOf = new HashMap<>();
  private final List<Lock> locks = new ArrayList<>();
  private final List<Preference> preferences = new ArrayList<>();
  private final Map<PracticeCode, Map<LsoaCode, Integer>> patientsByArea = new HashMap<>();
  private @Nullable Set<NeighbourPair> neighbours;

  private FormingInput(PracticesToPlan table, PrintWriter err) {
    this.table = table;
    this.err = err;
    table
        .byPlace()
        .forEach(
            (place, practices) -> {
              for (FormingPractice practice : practices) {
                placeOf.put(practice.code(), place);
                if (practice.today() != null) {
                  placesOf.computeIfAbsent(practice.today(), n -> new HashSet<>()).add(place);
                }
              }
            });
  }

  /** Reads the practices; the other files are read into what comes back. */
  static FormingInput read(Path file, PrintWriter err) throws IOException {
    PracticesToPlan table = new PracticesToPlan();
    InputFile.read(file, PlainPractices.toPlan(placeNamedAfter(file), table), err);
    table.remarks().forEach(remark -> err.println(file + ": " + remark));
    if (table.byPlace().isEmpty()) {
      throw new UserError(
          "%s: no practice is left to plan with. Maybe none of its rows says Yes to being in a network?"
              .formatted(file));
    }
    return new FormingInput(table, err);
  }

  /** A table without places is one place, called like the file. */
  static PlaceCode placeNamedAfter(Path file) {
    Path name = file.getFileName();
    String stem = (name == null ? "place" : name.toString()).replaceFirst("\\.[^.]*$", "");
    String code = stem.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[^A-Za-z0-9]+", "");
    return new PlaceCode(code.isEmpty() ? "place" : code.substring(0, Math.min(40, code.length())));
  }

  Collection<PlaceCode> places() {
    return table.byPlace().keySet();
  }

  String name(PlaceCode place) {
    return table.name(place);
  }

  int practices(PlaceCode place) {
    return table.byPlace().getOrDefault(place, List.of()).size();
  }

  boolean anyNetworkToday() {
    return !placesOf.isEmpty();
  }

  /** What the weights ask for and the files do not have, in words. */
  List<String> uncounted(CostWeights weights) {
    List<String> words = new ArrayList<>();
    List<FormingPractice> all = table.byPlace().values().stream().flatMap(List::stream).toList();
    if (weights.ties() > 0 && placesOf.isEmpty()) {
      words.add(
          "--weights ties: no practice is in a network today, so there is nothing to keep. Maybe a column network_code is missing?");
    }
    if (weights.boundary() > 0
        && all.stream().allMatch(p -> p.council() == null && p.subLocation() == null)) {
      words.add(
          "--weights boundary: no practice has a council or a sub-ICB location, so none is crossed. Maybe a column council_code is missing?");
    }
    if (weights.evenNeed() > 0 && all.stream().allMatch(p -> p.need() == null)) {
      words.add(
          "--weights evenNeed: no practice has a need, so all are even. Maybe a column need is missing?");
    }
    if (weights.overlap() > 0 && patientsByArea.isEmpty()) {
      words.add(
          "--weights overlap: it is not known where patients live, so nothing overlaps or fails to. Maybe --patients-by-area is missing?");
    }
    if (weights.preferences() > 0 && preferences.isEmpty()) {
      words.add("--weights preferences: there are none. Maybe --preferences is missing?");
    }
    if (weights.preferences() == 0 && !preferences.isEmpty()) {
      words.add("--preferences: they count nothing. Maybe --weights preferences=1 is missing?");
    }
    if (weights.overlap() == 0 && !patientsByArea.isEmpty()) {
      words.add("--patients-by-area: it counts nothing. Maybe --weights overlap=1 is missing?");
    }
    return words;
  }

  FormingPlace place(PlaceCode code) {
    Map<PracticeCode, Map<LsoaCode, Integer>> areas = new TreeMap<>();
    patientsByArea.forEach(
        (practice, those) -> {
          if (code.equals(placeOf.get(practice))) {
            areas.put(practice, those);
          }
        });
    Set<NeighbourPair> pairs = neighbours;
    return new FormingPlace(
        code,
        table.name(code),
        table.byPlace().getOrDefault(code, List.of()),
        pairs == null
            ? null
            : Set.copyOf(
                pairs.stream().filter(p -> isIn(code, p.a()) && isIn(code, p.b())).toList()),
        areas);
  }

  List<Lock> locks(PlaceCode place) {
    List<Lock> those = new ArrayList<>();
    for (Lock lock : locks) {
      switch (lock) {
        case Lock.Together together -> {
          if (together.practices().stream().anyMatch(p -> isIn(place, p))) {
            those.add(together);
          }
        }
        case Lock.Apart apart -> {
          Set<PracticeCode> here = new HashSet<>(apart.practices());
          here.removeIf(p -> !isIn(place, p));
          if (here.size() > 1) {
            those.add(new Lock.Apart(here));
          }
        }
        case Lock.Stay stay -> {
          if (placesOf.getOrDefault(stay.network(), Set.of()).contains(place)) {
            those.add(stay);
          }
        }
        case Lock.Keep keep -> {
          if (keep.practices().stream().anyMatch(p -> isIn(place, p))) {
            those.add(keep);
          }
        }
        case Lock.LeaveOut out -> {
          if (isIn(place, out.practice())) {
            those.add(out);
          }
        }
      }
    }
    return those;
  }

  List<Preference> preferences(PlaceCode place) {
    return preferences.stream().filter(p -> isIn(place, p.of()) && isIn(place, p.about())).toList();
  }

  private boolean isIn(PlaceCode place, PracticeCode practice) {
    return place.equals(placeOf.get(practice));
  }

  void readNeighbours(Path file) throws IOException {
    Set<NeighbourPair> pairs = new HashSet<>();
    InputFile.read(
        file,
        SmallTables.neighbours(
            row -> {
              PracticeCode a = known(row, SmallTables.A);
              PracticeCode b = known(row, SmallTables.B);
              if (a != null && a.equals(b)) {
                row.error(
                    SmallTables.B,
                    "a practice is not its own neighbour; expected two practices",
                    "Maybe a cell was copied?");
              } else if (a != null && b != null) {
                pairs.add(new NeighbourPair(a, b));
              }
            }),
        err);
    neighbours = pairs;
  }

  void readLocks(Path file) throws IOException {
    InputFile.read(file, SmallTables.locks(this::lock), err);
  }

  private void lock(Row row) {
    String kind = row.text(SmallTables.LOCK).toLowerCase(Locale.ROOT).replace('_', '-');
    List<String> codes =
        List.of(row.text(SmallTables.CODES).split("[\\s,;]+")).stream()
            .filter(code -> !code.isEmpty())
            .toList();
    if (codes.isEmpty()) {
      row.error(SmallTables.CODES, "expected codes separated by spaces", "Maybe a cell was lost?");
      return;
    }
    switch (kind) {
      case "together", "apart" -> {
        Set<PracticeCode> practices = knownPractices(row, codes);
        if (practices.size() != codes.size()) {
          return;
        }
        if (practices.size() < 2) {
          row.error(
              SmallTables.CODES,
              "expected at least two practices",
              "Maybe their codes are not separated by spaces?");
        } else if (kind.equals("apart")) {
          locks.add(new Lock.Apart(practices));
        } else if (practices.stream().map(placeOf::get).distinct().count() > 1) {
          row.error(
              SmallTables.CODES,
              "these practices are in different places, which are planned each by itself",
              "Maybe a code is mistyped?");
        } else {
          locks.add(new Lock.Together(practices));
        }
      }
      case "stay" -> codes.forEach(code -> stay(row, code));
      case "keep" -> {
        Set<PracticeCode> practices = knownPractices(row, codes);
        if (!practices.isEmpty()) {
          locks.add(new Lock.Keep(practices));
        }
      }
      case "leave-out" ->
          knownPractices(row, codes).forEach(practice -> locks.add(new Lock.LeaveOut(practice)));
      default ->
          row.error(
              SmallTables.LOCK,
              "expected together, apart, stay, keep or leave-out",
              "Maybe it is mistyped?");
    }
  }

  private void stay(Row row, String code) {
    if (code.length() <= LONGEST_CODE && placesOf.containsKey(new NetworkCode(code))) {
      locks.add(new Lock.Stay(new NetworkCode(code)));
    } else {
      row.error(
          SmallTables.CODES,
          "no practice is in a network %s today; expected the code of a network of today"
              .formatted(code),
          "Maybe it is the code of a practice, or a column network_code is missing?");
    }
  }

  private Set<PracticeCode> knownPractices(Row row, List<String> codes) {
    Set<PracticeCode> practices = new LinkedHashSet<>();
    for (String code : codes) {
      if (code.length() > LONGEST_CODE) {
        unknown(row, SmallTables.CODES, code);
        continue;
      }
      PracticeCode practice = new PracticeCode(code);
      if (placeOf.containsKey(practice)) {
        if (!practices.add(practice)) {
          row.error(
              SmallTables.CODES,
              "practice %s is named twice; expected it once".formatted(code),
              "Maybe another one was meant?");
        }
      } else if (!table.leftAside().contains(practice)) {
        unknown(row, SmallTables.CODES, code);
      } else {
        row.error(
            SmallTables.CODES,
            "practice %s was left aside, as it is not in a network or lacks coordinates or a list"
                .formatted(code),
            "Maybe the lock is no longer needed?");
      }
    }
    return practices;
  }

  void readPreferences(Path file) throws IOException {
    InputFile.read(
        file,
        SmallTables.preferences(
            row -> {
              PracticeCode of = known(row, SmallTables.OF);
              PracticeCode about = known(row, SmallTables.ABOUT);
              Double dislike = row.number(SmallTables.DISLIKE);
              if (dislike == null ? row.isBlank(SmallTables.DISLIKE) : Math.abs(dislike) > 1) {
                // What was said is confidential: it does not go into a message either.
                row.error(
                    SmallTables.OF,
                    "the dislike in this row is not a number from −1 (would like) to 1 (would rather not)",
                    "Maybe it was counted on another scale?");
              } else if (of != null && about != null && dislike != null) {
                preferences.add(new Preference(of, about, dislike));
              }
            }),
        err);
  }

  void readPatientsByArea(Path file) throws IOException {
    InputFile.read(
        file,
        SmallTables.patientsByArea(
            row -> {
              PracticeCode practice = row.practice(SmallTables.PRACTICE);
              String area = row.code(SmallTables.AREA, "the code of a small area", "E01033477");
              Integer patients = row.patients(SmallTables.PATIENTS);
              // Published tables speak of more practices than were asked about.
              if (practice != null
                  && area != null
                  && patients != null
                  && placeOf.containsKey(practice)) {
                patientsByArea
                    .computeIfAbsent(practice, p -> new HashMap<>())
                    .merge(new LsoaCode(area), patients, Integer::sum);
              }
            }),
        err);
    if (patientsByArea.isEmpty()) {
      throw new UserError(
          "%s: none of its practices is to be planned with. Maybe it is of another place?"
              .formatted(file));
    }
  }

  private @Nullable PracticeCode known(Row row, moot.register.reading.Column column) {
    PracticeCode practice = row.practice(column);
    if (practice == null || placeOf.containsKey(practice)) {
      return practice;
    }
    if (!table.leftAside().contains(practice)) {
      unknown(row, column, practice.value());
    }
    return null;
  }

  private static void unknown(Row row, moot.register.reading.Column column, String code) {
    row.error(
        column,
        "practice %s is not in the table of practices; expected one that is".formatted(code),
        "Maybe it is mistyped, or has closed?");
  }
}
